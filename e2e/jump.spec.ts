import { messagingCommands } from '@devchitchat/contracts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support/fixtures';
import { runImport } from './support/importer';
import { joinByInvite, joinPublicRoom, messages, roomMenu } from './support/pages';
import { writeSampleExport } from './support/sample-export';
import { ApiClient } from './support/api-client';

test('a person jumps to a day, to the beginning and back to the end of a long room', async ({ home, newPerson }) => {
  const folder = await mkdtemp(join(tmpdir(), 'devchitchat-jump-'));
  try {
    const until = Date.UTC(2026, 10, 20, 18);
    await writeSampleExport(folder, { channel: 'years', messages: 3_000, until });
    expect((await runImport(home.product, 'discord', folder)).code).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
  const ada = await newPerson({ timezoneId: 'UTC' });
  await joinByInvite(ada, await home.invite(), 'jump-ada', 'Ada J.');
  await joinPublicRoom(ada, 'years');
  const bob = await ApiClient.join(await home.invite(), 'jump-bob');
  const { rooms } = await bob.must(messagingCommands.roomList, {});
  const { roomId } = rooms.find(({ name }) => name === 'years')!;
  await bob.must(messagingCommands.roomJoin, { roomId });
  const first = (page: object) => bob.must(messagingCommands.msgList, { roomId, limit: 1, ...page });
  const middle = (await first({ afterSeq: 1_200 })).messages[0]!;
  const day = new Date(middle.ts).toISOString().slice(0, 10);
  const wanted = (await first({ fromTs: Date.parse(day) })).messages[0]!;
  bob.close();
  const place = (seq: number) => messages(ada).and(ada.locator(`[data-seq="${String(seq)}"]`));

  await roomMenu(ada, 'Jump to date');
  const dialog = ada.getByRole('dialog', { name: 'Jump to date' });
  await dialog.getByLabel('Day').fill(day);
  await dialog.getByRole('button', { name: 'Jump', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(place(wanted.seq)).toBeInViewport();
  await expect(ada).toHaveURL(new RegExp(`at=${String(wanted.seq)}$`));

  // Repeats the jump from another position: the address does not change, but the page still scrolls.
  await ada.getByRole('button', { name: 'Latest messages' }).click();
  await expect(place(3_000)).toBeInViewport();
  await ada.keyboard.press('Control+k');
  await ada.getByRole('combobox').fill('jump to date');
  await ada.keyboard.press('Enter');
  await dialog.getByLabel('Day').fill(day);
  await ada.keyboard.press('Enter');
  await expect(place(wanted.seq)).toBeInViewport();

  await roomMenu(ada, 'Jump to the beginning');
  await expect(ada.getByRole('heading', { name: 'This is where years begins' })).toBeInViewport();
  await expect(place(1)).toBeInViewport();
  // The divider of the day stands there already.
  await expect(ada.locator('.day-in-sight')).toHaveCount(0);

  await roomMenu(ada, 'Jump to date');
  await dialog.getByLabel('Day').fill('2999-12-31');
  await dialog.getByRole('button', { name: 'Jump', exact: true }).click();
  await expect(dialog.getByText('There are no messages on that day or later.')).toBeVisible();
  await expect(place(1)).toBeInViewport();
});
