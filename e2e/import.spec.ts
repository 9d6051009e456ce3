import { messagingCommands, type RoomId } from '@devchitchat/contracts';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support/fixtures';
import { Importer, runImport } from './support/importer';
import { joinByInvite, joinPublicRoom, message, messages, write } from './support/pages';
import { writeSampleExport } from './support/sample-export';
import { ApiClient } from './support/api-client';

const golden = 'apps/import/src/discord/golden';

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'devchitchat-import-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Returns every message of a room: position, author, time and text. */
async function everythingIn(client: ApiClient, roomId: RoomId) {
  const all = [];
  for (let after = 0; ; after = all.at(-1)?.seq ?? after) {
    const page = await client.must(messagingCommands.msgList, { roomId, afterSeq: after, limit: 200 });
    if (page.messages.length === 0) return all;
    all.push(...page.messages);
  }
}

async function roomNamed(client: ApiClient, name: string): Promise<RoomId> {
  const { rooms } = await client.must(messagingCommands.roomList, {});
  const room = rooms.find((other) => other.name === name);
  if (!room) throw new Error(`${name} is not listed`);
  await client.must(messagingCommands.roomJoin, { roomId: room.roomId });
  return room.roomId;
}

test('an import preserves people, times, replies, reactions, edits and pins', async ({ home, newPerson }) => {
  const ada = await newPerson();
  await joinByInvite(ada, await home.invite(), 'import-ada', 'Ada I.');
  const imported = await runImport(home.product, 'discord', golden);
  expect(imported.output).toContain('#workshop: 3 messages, 3 of them new; left out: 1 notice of Discord’s own.');
  expect(imported.code).toBe(0);

  await joinPublicRoom(ada, 'workshop');
  // The reply quotes it as well.
  const first = message(ada, 'Who has a spare clamp?').first();
  await expect(first).toContainText('Nelly');
  await expect(first.getByRole('time')).toHaveAttribute('datetime', '2017-07-11T17:27:07.299Z');
  await expect(first).toContainText('@Otto you do');
  await expect(first.getByRole('link', { name: 'bench (1).jpg' })).toBeVisible();
  await expect(first.getByRole('group', { name: 'Reactions' }).getByRole('button').first()).toHaveAccessibleName(
    '👍, 2: Otto, øyvind',
  );
  const answer = message(ada, 'I have,');
  await expect(answer).toContainText('edited');
  await expect(answer.getByRole('button', { name: /In reply to/ })).toContainText('spare');
  await expect(message(ada, '41 a board')).toContainText('bot');
  await ada.getByRole('button', { name: 'Pinned messages' }).click();
  await expect(ada.getByRole('complementary', { name: 'Pinned messages' })).toContainText('spare');

  await write(ada, 'We are here now.');
  const again = await runImport(home.product, 'discord', golden);
  expect(again.output).toContain('#workshop: 3 messages, 0 of them new');
  await expect(message(ada, 'We are here now.')).toBeVisible();
  await expect(messages(ada)).toHaveCount(4);
});

test('people can write during an import and see the room once it is complete', async ({ home }) => {
  await inFolder(async (folder) => {
    await writeSampleExport(folder, { channel: 'busy-import', messages: 3_000 });
    const bob = await ApiClient.join(await home.invite(), 'import-bob');
    const lobby = await bob.lobby();
    const importer = new Importer(home.product, 'discord', folder);
    let sent = 0;
    while (importer.isRunning) {
      const clientMsgId = `meanwhile-${String(sent++)}`;
      await bob.must(messagingCommands.msgSend, { roomId: lobby, clientMsgId, text: 'Still talking' });
    }
    expect((await importer.ended).output).toContain('#busy-import: 3,000 messages, 3,000 of them new');
    expect(sent).toBeGreaterThan(3);
    const roomId = await roomNamed(bob, 'busy-import');
    const all = await everythingIn(bob, roomId);
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 3_000 }, (_, at) => at + 1));
    expect(bob.heard(roomId)).toEqual([]);
    bob.close();
  });
});

test('a killed import resumes where it stopped, and a newer export adds only new messages', async ({ home }) => {
  await inFolder(async (folder) => {
    const sample = { channel: 'killed-import', people: 9 };
    const path = await writeSampleExport(folder, { ...sample, messages: 4_000 });
    const importer = new Importer(home.product, 'discord', folder);
    await importer.said(/#killed-import .* 20 %/);
    importer.kill();
    await importer.ended;

    const cyd = await ApiClient.join(await home.invite(), 'import-cyd');
    const { rooms } = await cyd.must(messagingCommands.roomList, {});
    expect(rooms.map(({ name }) => name)).not.toContain('killed-import');
    // No one sees the unfinished room, so it must not hold its name.
    await cyd.must(messagingCommands.roomCreate, { kind: 'public', name: 'killed-import', topic: '' });
    const { output } = await runImport(home.product, 'discord', folder);
    const added = Number(/4,000 messages, ([\d,]+) of them new/.exec(output)?.[1]?.replace(',', ''));
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(4_000);
    expect(output).toContain('Its name here is “killed-import-2”.');
    const roomId = await roomNamed(cyd, 'killed-import-2');
    const all = await everythingIn(cyd, roomId);
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 4_000 }, (_, at) => at + 1));
    expect(new Set(all.map(({ clientMsgId }) => clientMsgId)).size).toBe(4_000);
    expect(all.map(({ ts }) => ts)).toEqual(all.map(({ ts }) => ts).sort((a, b) => a - b));

    const { messages: said, ...head } = JSON.parse(await readFile(path, 'utf8')) as {
      messages: readonly { id: string }[];
    };
    const late = { ...said.at(-1), id: `${said.at(-1)?.id ?? ''}9`, content: 'One more thing' };
    await writeFile(path, JSON.stringify({ ...head, messages: [...said, late] }));
    expect((await runImport(home.product, 'discord', folder)).output).toContain('4,001 messages, 1 of them new');
    expect((await everythingIn(cyd, roomId)).at(-1)).toMatchObject({ seq: 4_001, text: 'One more thing' });
    // Members get one notice and catch up on the rest.
    expect(cyd.events.filter(({ scope }) => scope.id === roomId).map(({ type }) => type)).toEqual([
      'member.joined',
      'room.imported',
    ]);
    cyd.close();
  });
});

test('an invalid export is reported by file and line, and nothing is imported', async ({ home }) => {
  await inFolder(async (folder) => {
    await writeSampleExport(folder, { channel: 'not-to-come', messages: 50 });
    await writeFile(join(folder, 'z-broken.json'), '{\n"messages": [\n');
    const { code, output } = await runImport(home.product, 'discord', folder);
    expect(code).toBe(1);
    expect(output).toContain(`${join(folder, 'z-broken.json')}, line`);
    const { rooms } = await home.admin.must(messagingCommands.roomList, {});
    expect(rooms.map(({ name }) => name)).not.toContain('not-to-come');
    await rm(join(folder, 'z-broken.json'));
    const mistyped = await runImport(home.product, 'discord', folder, '--private=not-to-cme');
    expect(mistyped.output).toContain('No channel or category is called not-to-cme');
    const unowned = await runImport(home.product, 'discord', folder, '--owner', 'nobody-here');
    expect(unowned.code).toBe(1);
    expect(unowned.output).not.toContain('People:');
  });
});
