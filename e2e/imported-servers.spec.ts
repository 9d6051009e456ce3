import { authCommands, messagingCommands, utf8Length, type Message, type RoomId } from '@devchitchat/contracts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiClient } from './support/api-client';
import { expect, test } from './support/fixtures';
import { runImport } from './support/importer';
import { writeRandomServer, type ChannelThere, type ServerThere } from './support/random-servers';

// To see one server fail, leave only its seed.
const seeds = Array.from({ length: 100 }, (_, at) => at + 1);

/** Every message of a room, oldest first. */
async function everythingIn(client: ApiClient, roomId: RoomId): Promise<readonly Message[]> {
  const all: Message[] = [];
  for (;;) {
    const afterSeq = all.at(-1)?.seq ?? 0;
    const { messages } = await client.must(messagingCommands.msgList, { roomId, afterSeq, limit: 200 });
    if (messages.length === 0) return all;
    all.push(...messages);
  }
}

interface Account {
  readonly userId: string;
  readonly handle: string;
}

interface RoomHere {
  readonly name: string;
  readonly kind: string;
  readonly messages: readonly Message[];
}

const sourceIdOf = ({ clientMsgId }: Message): string => clientMsgId.replace(/^discord-/, '');

/** The rooms by the ids of the channels whose messages they hold. */
async function imported(admin: ApiClient, servers: readonly ServerThere[]): Promise<ReadonlyMap<string, RoomHere>> {
  const channelOf = new Map(
    servers.flatMap(({ channels }) => channels.flatMap(({ id, said }) => said.map((each) => [each.id, id] as const))),
  );
  const found = new Map<string, RoomHere>();
  const { rooms } = await admin.must(messagingCommands.roomList, { limit: 500 });
  for (const { roomId, name, kind } of rooms) {
    const messages = await everythingIn(admin, roomId);
    const channels = new Set(messages.map((message) => channelOf.get(sourceIdOf(message).split('_')[0] ?? '') ?? ''));
    expect(channels.size, `channels in the room ${name}`).toBeLessThanOrEqual(1);
    for (const id of channels) {
      expect(found.has(id), `channel ${id} in two rooms`).toBe(false);
      found.set(id, { name, kind, messages });
    }
  }
  return found;
}

/** A long text is split at blanks, and between the marks of its code blocks. */
const comparable = (text: string): string => (utf8Length(text) > 7_500 ? text.replace(/[`\s]/g, '') : text.trimEnd());

test('a hundred random servers are imported, twice, with nothing lost or doubled', async ({ split }) => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(join(tmpdir(), 'devchitchat-servers-'));
  const { admin, product } = split;
  try {
    const servers: ServerThere[] = [];
    for (const seed of seeds) servers.push(await writeRandomServer(join(folder, String(seed)), seed));
    const first = await runImport(product, 'discord', folder);
    expect(first.output).toContain('Everything is here.');
    const rooms = await imported(admin, servers);
    const again = await runImport(product, 'discord', folder);
    expect(again.output.match(/, \d+ of them new/g)?.filter((part) => part !== ', 0 of them new')).toEqual([]);
    expect(again.output).toContain('Everything is here.');
    expect(await imported(admin, servers)).toEqual(rooms);

    const { users } = await admin.must(authCommands.userList, {});
    for (const { seed, channels } of servers) {
      const accounts = accountsOf(channels, rooms);
      const personOf = (id: string) => ({
        userId: accounts.get(id) ?? `the account of ${id}`,
        handle: users.find(({ userId }) => userId === accounts.get(id))?.handle ?? `the handle of ${id}`,
      });
      for (const channel of channels.filter(({ said }) => said.length > 0)) {
        const room = rooms.get(channel.id);
        expect(room && received(room), `seed ${String(seed)}, channel ${channel.id}`).toEqual(
          expected(channel, personOf),
        );
      }
    }
    const { rooms: listed } = await admin.must(messagingCommands.roomList, { limit: 500 });
    const names = listed.filter(({ kind }) => kind === 'public').map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['help', 'help-2', 'help-3', 'general', 'lobby-2', '🏳️‍🌈-pride']));
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** The accounts of a server's people, by what they said. */
function accountsOf(channels: readonly ChannelThere[], rooms: ReadonlyMap<string, RoomHere>) {
  const accounts = new Map<string, string>();
  for (const { id, said } of channels) {
    for (const message of rooms.get(id)?.messages ?? []) {
      const source = said.find((each) => each.id === sourceIdOf(message));
      if (source) accounts.set(source.authorId, message.userId);
    }
  }
  return accounts;
}

/** A channel of the source, as it has to be here. */
function expected({ said, isPrivate }: ChannelThere, personOf: (id: string) => Account) {
  const text = (written: string) =>
    written.replace(/\{@(\d+)\}/g, (_whole, person: string) => `@${personOf(person).handle}`);
  return {
    kind: isPrivate ? 'private' : 'public',
    messages: said.map(({ authorId, reactions, pinned: _, ...message }) => ({
      ...message,
      text: comparable(text(message.text)),
      userId: personOf(authorId).userId,
      reactions: reactions.map(([person, emoji]) => ({ userId: personOf(person).userId, emoji })),
    })),
  };
}

/** A room in the same form. The parts of a long message are joined. */
function received({ kind, messages }: RoomHere) {
  const idOf = new Map(messages.map((message) => [message.seq, sourceIdOf(message)]));
  const whole = Map.groupBy(messages, (message) => sourceIdOf(message).split('_')[0] ?? '');
  return {
    kind,
    messages: [...whole].map(([id, parts]) => ({
      id,
      userId: [...new Set(parts.map(({ userId }) => userId))].join(' and '),
      saidAt: Math.max(...parts.map(({ ts }) => ts)),
      editedAt: parts.at(-1)?.editedAt,
      replyTo: idOf.get(parts[0]?.replyTo ?? 0) ?? null,
      text: comparable(parts.map(({ text }) => text).join('')),
      reactions: parts.flatMap(({ reactions }) => reactions),
    })),
  };
}
