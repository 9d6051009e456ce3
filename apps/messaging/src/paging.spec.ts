import {
  limits,
  messagingCommands as messaging,
  type Actor,
  type Command,
  type DraftOf,
  type PeopleCursor,
  type RoomId,
  type UserId,
  type ValueOf,
} from '@devchitchat/contracts';
import Database from 'better-sqlite3';
import { startMessaging } from './testing/running-messaging';

/** More of everything than fits into one NATS message. */
const members = 11_000;
const bans = 1_500;
const rooms = 3_500;
const invites = 4_000;
const edits = 300;
const hidden = 1_000;

const id = (letter: string, at: number): string => `${letter}_${String(at).padStart(16, '0')}`;
const userId = (at: number) => id('u', at) as UserId;

let running: Awaited<ReturnType<typeof startMessaging>>;
let ada: Actor;
let kitchen: RoomId;
let lobby: RoomId;

/** Inserts the rows that the projections would write, because thousands of commits take too long. */
function fill(): void {
  const sqlite = new Database(running.file);
  const member = sqlite.prepare(
    `INSERT INTO room_members (room_id, user_id, role, joined_at, joined_event_id) VALUES (?, ?, 'member', 1, ?)`,
  );
  const ban = sqlite.prepare('INSERT INTO room_bans VALUES (?, ?, ?, ?, 1)');
  const room = sqlite.prepare(
    `INSERT INTO rooms (room_id, kind, name, public_name_key, topic, created_by, created_at) VALUES (?, 'public', ?, ?, ?, ?, ?)`,
  );
  const invite = sqlite.prepare(
    `INSERT INTO room_invites (invite_id, room_id, event_id, created_by, created_at, expires_at, max_uses, uses)
    VALUES (?, ?, ?, ?, 1, 2, 1, 0)`,
  );
  sqlite.transaction(() => {
    for (let at = 0; at < members; at++) member.run(lobby, userId(at), 1_000_000 + at);
    for (let at = 0; at < bans; at++) ban.run(lobby, userId(at), 1_000_000 + at, ada.userId);
    for (let at = 0; at < rooms; at++) {
      // Several rooms share their creation time.
      room.run(id('r', at), `room-${at}`, `room-${at}`, 'x'.repeat(256), ada.userId, Math.floor(at / 4));
    }
    for (let at = 0; at < invites; at++) invite.run(id('i', at), kitchen, 1_000_000 + at, ada.userId);
  })();
  sqlite.close();
}

/** All pages of a list, in order. */
async function pagesOf<C extends Command>(command: C, draft: DraftOf<C> & object): Promise<ValueOf<C>[]> {
  const pages: ValueOf<C>[] = [];
  for (let after: unknown; after !== null;) {
    const page = await running.told(ada, command, { ...draft, ...(after !== undefined && { after }) });
    pages.push(page);
    after = (page as { next: unknown }).next;
  }
  return pages;
}

beforeAll(async () => {
  running = await startMessaging();
  ada = await running.newcomer('ada');
  const made = await running.told(ada, messaging.roomCreate, { name: 'kitchen', kind: 'private' });
  kitchen = made.room.roomId;
  const { rooms: listed } = await running.told(ada, messaging.roomList, {});
  lobby = listed.find(({ createdBy }) => createdBy === null)!.roomId;
  await running.stop();
  fill();
  await running.start();
});

afterAll(() => running[Symbol.asyncDispose]());

describe('a list that exceeds one NATS message arrives complete, page by page', () => {
  it('the people of a room, by sync', async () => {
    const held = new Map<RoomId, { after: number; peopleAfter?: PeopleCursor }>();
    const came: UserId[] = [];
    const banned: UserId[] = [];
    let answers = 0;
    for (let more = true; more; answers++) {
      const answer = await running.told(ada, messaging.sync, {
        rooms: [...held].map(([roomId, holding]) => ({ roomId, ...holding })),
      });
      ({ more } = answer);
      for (const synced of answer.rooms) {
        if (synced.kind === 'events') continue;
        const part = synced.kind === 'snapshot' ? synced.snapshot : synced;
        const { peopleAfter } = part;
        held.set(synced.roomId, { after: part.head, ...(peopleAfter && { peopleAfter }) });
        if (synced.roomId !== lobby) continue;
        came.push(...part.members.map((member) => member.userId));
        banned.push(...part.bans.map((ban) => ban.userId));
      }
    }
    expect(came).toEqual([ada.userId, ...Array.from({ length: members }, (_, at) => userId(at))]);
    expect(banned).toEqual(Array.from({ length: bans }, (_, at) => userId(at)));
    expect(answers).toBeGreaterThan(members / limits.peoplePerSnapshot);
  });

  it('room.list, oldest first', async () => {
    const listed = (await pagesOf(messaging.roomList, {})).flatMap((page) => page.rooms);
    expect(listed.map(({ roomId }) => roomId)).toEqual([
      ...Array.from({ length: rooms }, (_, at) => id('r', at)),
      ...[lobby, kitchen],
    ]);
    expect(listed.filter(({ joined }) => joined)).toHaveLength(2);
    expect(listed.find(({ roomId }) => roomId === lobby)?.memberCount).toBe(members + 1);
  });

  it('room.invite_list, newest first', async () => {
    const pages = await pagesOf(messaging.roomInviteList, { roomId: kitchen });
    const listed = pages.flatMap((page) => page.invites.map(({ inviteId }) => inviteId));
    expect(listed).toEqual(Array.from({ length: invites }, (_, at) => id('i', invites - 1 - at)));
  });

  it('msg.history, first revision first', async () => {
    const text = (revision: number) => `${revision} ${'ä'.repeat(3_990)}`;
    const sent = await running.told(ada, messaging.msgSend, {
      roomId: kitchen,
      clientMsgId: 'c-00000001',
      text: text(0),
    });
    const { msgId } = sent;
    for (let revision = 0; revision < edits; revision++) {
      await running.told(ada, messaging.msgEdit, { roomId: kitchen, msgId, revision, text: text(revision + 1) });
    }
    const pages = await pagesOf(messaging.msgHistory, { roomId: kitchen, msgId });
    expect(pages.flatMap(({ revisions }) => revisions.map((revision) => revision.text))).toEqual(
      Array.from({ length: edits + 1 }, (_, revision) => text(revision)),
    );
    expect(pages.length).toBeGreaterThan(5);
  });

  it('moderation.list', async () => {
    for (let at = 0; at < 5; at++) {
      await running.told(ada, messaging.roomUpdate, { roomId: kitchen, topic: `topic ${at}` });
    }
    const pages = await pagesOf(messaging.moderationList, { roomId: kitchen, limit: 2 });
    expect(pages.map(({ acts }) => acts.length)).toEqual([2, 2, 1]);
  });
});

it('a message in a room with thousands of members reaches each of them', async () => {
  await running.told(ada, messaging.msgSend, { roomId: lobby, clientMsgId: 'c-00000002', text: 'Hello' });
  const heard = await running.heardBy({ userId: userId(members - 1) });
  expect(heard).toMatchObject([{ type: 'message.sent' }]);
});

it('the list of hidden direct rooms is cut at its limit', async () => {
  const sqlite = new Database(running.file);
  const direct = sqlite.prepare('INSERT INTO hidden_directs (user_id, room_id, seq) VALUES (?, ?, 0)');
  sqlite.transaction(() => {
    for (let at = 0; at < hidden + 5; at++) direct.run(ada.userId, id('r', at));
  })();
  sqlite.close();
  const { own } = await running.told(ada, messaging.sync, { rooms: [] });
  expect(own.hidden).toHaveLength(limits.hiddenDirects);
});
