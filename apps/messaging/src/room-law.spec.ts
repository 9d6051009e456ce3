import { messagingEvents, takenBackBy, type AnyEvent, type RoomId } from '@devchitchat/contracts';
import { ada, aBusyRoom, idStep, lobby, reasonsErasedBy, type RoomLog } from '@devchitchat/contracts/testing';
import { GroupCommit, silentLogger } from '@devchitchat/service-kit';
import { LinesRepository } from './lines/lines.repository';
import { SnapshotsRepository } from './snapshots/snapshots.repository';
import { BansRepository } from './moderation/bans.repository';
import { MutesRepository } from './moderation/mutes.repository';
import { ReadMarksRepository } from './reading/read-marks.repository';
import { RoomsRepository } from './rooms/rooms.repository';
import { MessagingFile } from './testing/messaging-file';
import { tablesOf } from './testing/tables';

const types = new Map(Object.values(messagingEvents).map((type) => [type.type as string, type]));
const elsewhere = 'r_0000000000000000' as RoomId;

/** A snapshot of the lobby from repositories without a warm cache. */
function snapshotOf({ database: { sqlite }, log, messages, people }: MessagingFile) {
  const unused = new GroupCommit({ sqlite, log, logger: silentLogger, publish: () => undefined });
  const rooms = new RoomsRepository(sqlite, unused, people);
  const [bans, mutes] = [new BansRepository(sqlite), new MutesRepository(sqlite)];
  const marks = new ReadMarksRepository(sqlite);
  return new SnapshotsRepository(sqlite, log, rooms, messages, new LinesRepository(sqlite, log), bans, mutes, marks).of(
    lobby,
    ada,
  );
}

/** Appends an event under its original id, and erases the content it erases. */
function replay({ database: { sqlite }, log, messages }: MessagingFile, event: AnyEvent): void {
  const type = types.get(event.type);
  if (!type) throw new Error(`${event.type} is not an event of messaging`);
  const { scope, body, content, ts, actorUserId, trace } = event;
  const stamp = { ts, actorUserId, trace };
  sqlite.transaction(() => {
    for (let skipped = 1; skipped < idStep; skipped++) {
      const audience = 'everyone';
      log.append(
        { type: messagingEvents.roomInviteRevoked, scopeId: elsewhere, body, content: null, audience } as never,
        stamp,
      );
    }
    expect(log.append({ type, scopeId: scope.id, body, content, audience: 'everyone' } as never, stamp)).toEqual(event);
    for (const { eventId } of reasonsErasedBy(event, log.inScope({ kind: 'room', id: lobby }, 0, 1_000)))
      log.erase(eventId);
    for (const { msgId } of takenBackBy(event)) {
      for (const eventId of messages.textEventsOf(msgId)) log.erase(eventId);
    }
  })();
}

async function play(log: RoomLog, check: (messaging: MessagingFile, count: number) => void): Promise<void> {
  await using messaging = await MessagingFile.open();
  for (const [at, event] of log.events.entries()) {
    replay(messaging, event);
    check(messaging, at + 1);
  }
}

describe('the projections', () => {
  const log = aBusyRoom();

  it('are tested with every type of event', () => {
    const ofRooms = [...types.values()].filter(({ scope }) => scope === 'room').map(({ type }) => type as string);
    expect([...new Set(log.events.map(({ type }) => type))].sort()).toEqual(ofRooms.sort());
  });

  it('reach the live state, event by event', async () => {
    await play(log, (messaging, count) => expect(snapshotOf(messaging)).toEqual(log.snapshotAfter(count)));
  });

  it('reach the same state after a rebuild at every event', async () => {
    await play(log, (messaging, count) => {
      const before = tablesOf(messaging.database.sqlite);
      messaging.log.rebuild();
      expect(tablesOf(messaging.database.sqlite)).toEqual(before);
      expect(snapshotOf(messaging)).toEqual(log.snapshotAfter(count));
    });
  });

  it('show members only what is in the log, and no deleted text', async () => {
    await play(log, (messaging, count) => {
      if (count < log.events.length) return;
      expect(messaging.log.inScope({ kind: 'room', id: lobby }, 0, 1_000)).toEqual(log.eventsLeft);
    });
  });
});
