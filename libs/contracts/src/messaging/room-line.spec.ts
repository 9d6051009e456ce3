import {
  messagingCommands,
  messagingEvents,
  sentMessage,
  withLine,
  lineOf,
  limits,
  roomLine,
  type UserId,
} from '../index';
import { aBusyRoom, ada, bob, cyd, RoomLog } from '../testing';

const linesOf = (log: RoomLog) => log.latest.lines ?? [];
const person = (n: number) => `u_${String(n).padStart(16, '0')}` as UserId;

describe('the lines of a room', () => {
  it('tell what happened, in the order of its events, and fit their schema', () => {
    const { events } = aBusyRoom();
    const lines = events.reduce(withLine, []);
    expect(lines.map(({ eventId }) => eventId)).toEqual(lines.map(({ eventId }) => eventId).sort((a, b) => a - b));
    for (const line of lines) expect(roomLine.parse(line)).toEqual(line);
    const kinds = new Set(lines.map(({ kind }) => kind));
    for (const kind of [
      'joined',
      'left',
      'kicked',
      'banned',
      'muted',
      'unmuted',
      'updated',
      'pinned',
      'slow_mode',
      'called',
    ])
      expect(kinds).toContain(kind);
  });

  it('never tell what a message or a change of one says, a lifted ban or a link', () => {
    const quiet: readonly string[] = [
      messagingEvents.messageSent,
      messagingEvents.messageEdited,
      messagingEvents.messageDeleted,
      messagingEvents.messageUnpinned,
      messagingEvents.reactionAdded,
      messagingEvents.memberUnbanned,
      messagingEvents.roomInviteRedeemed,
      messagingEvents.roomImported,
      messagingEvents.roomCreated,
      messagingEvents.wordsErased,
    ].map(({ type }) => type);
    for (const event of aBusyRoom().events) if (quiet.includes(event.type)) expect(lineOf(event)).toBeNull();
  });

  it('never hold a reason', () => {
    const log = new RoomLog().joined(bob).muted(bob, 9_000, 'Hush').kicked(bob).banned(cyd, 'Advertising');
    expect(JSON.stringify(linesOf(log))).not.toMatch(/Hush|Enough|Advertising/);
  });

  it('are none for the founder, for imports, and for names of earlier versions', () => {
    const [created, update] = [
      new RoomLog().joined(ada, 'owner').events.at(-1)!,
      new RoomLog().updated('porch', 'Fresh air').events.at(-1)!,
    ];
    expect(lineOf({ ...created, body: { ...(created.body as object), by: 'founding' } })).toBeNull();
    expect(lineOf({ ...created, body: { ...(created.body as object), by: 'everybody' } })).toBeNull();
    expect(lineOf({ ...update, body: { roomId: (update.body as { roomId: string }).roomId } })).toBeNull();
    const pin = new RoomLog().said(ada, 'x').pinned(ada, 1).events.at(-1)!;
    expect(lineOf({ ...pin, actorUserId: null })).toBeNull();
  });

  it('are one for a thousand people who join in a row, and name the first of them', () => {
    const log = new RoomLog();
    for (let n = 0; n < 1_000; n++) log.joined(person(n));
    expect(linesOf(log)).toHaveLength(1);
    expect(linesOf(log)).toMatchObject([{ kind: 'joined', count: 1_000, lastEventId: log.events.at(-1)?.eventId }]);
    expect(linesOf(log)[0]).toHaveProperty('userIds.length', limits.peoplePerLine);
  });

  it('begin anew after anything else, and where the history of a new member begins', () => {
    const apart = new RoomLog().joined(ada).said(ada, 'x').joined(bob).joined(cyd, 'member', 2).left(bob).left(cyd);
    expect(linesOf(apart).map((line) => [line.kind, 'count' in line && line.count])).toEqual([
      ['joined', 1],
      ['joined', 1],
      ['joined', 1],
      ['left', 2],
    ]);
  });

  it('change nothing when they are told again', () => {
    const { events } = aBusyRoom();
    const once = events.reduce(withLine, []);
    expect(events.reduce(withLine, once)).toBe(once);
  });
});

it('no command makes a line, and no event that makes one is a message', () => {
  for (const command of Object.values(messagingCommands)) expect(command.name).not.toMatch(/line|system/);
  for (const event of aBusyRoom().events) expect(sentMessage(event) && lineOf(event)).toBeNull();
});
