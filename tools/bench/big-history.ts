import { join } from 'node:path';
import {
  messagingEvents as events,
  type ClientMsgId,
  type MsgId,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { draft, EventLog, openDatabase } from '@devchitchat/service-kit';
import { logMigrations } from '@devchitchat/service-kit/testing';
import { entities, migrations, projections } from '../../apps/messaging/src/messaging.database';
import { dice, language, saidWord } from './made-up-words';

/** Events per transaction. */
const batch = 5_000;
const minutes = 60_000;

export const words = language(30_000);
const id = (letter: string, at: number) => `${letter}_${String(at).padStart(16, '0')}`;
export const author = (at: number) => id('u', at) as UserId;
/** Room 0 is the largest, room 1 has 100,000 messages, room 2 has 100. */
export const room = (at: number) => id('r', at) as RoomId;

/** Members of a single room each: of the large and of the small room that the benchmark opens. */
export const inLarge = author(900);
export const inSmall = author(901);

const authors = 50;
const rooms = 20;
const largeRoom = 100_000;
const smallRoom = 100;

/** Writes a messaging.sqlite with this many messages, through the real log and projections. */
export async function writeHistory(folder: string, messages: number, print: (text: string) => void): Promise<void> {
  const file = join(folder, 'messaging.sqlite');
  const database = await openDatabase({ file, entities, migrations: [...logMigrations, ...migrations] });
  const { sqlite } = database;
  // A power cut would only cost benchmark data.
  sqlite.pragma('synchronous = OFF');
  const log = new EventLog(sqlite, projections(sqlite));
  const roll = dice(42);
  const seqs = Array.from({ length: rooms }, () => 0);
  const begin = Date.UTC(2026, 10, 1) - messages * minutes;
  const stamp = (at: number, actorUserId: UserId) => ({ ts: begin + at * minutes, actorUserId, trace: '0'.repeat(16) });

  sqlite.transaction(() => {
    for (let at = 0; at < rooms; at++) {
      const roomId = room(at);
      const only = [[], [inLarge], [inSmall]][at] ?? [];
      const people = [...Array.from({ length: authors }, (_, i) => author(i)), ...only];
      const body = { roomId, kind: 'public', createdBy: author(0) } as const;
      log.append(
        draft(events.roomCreated, { scopeId: roomId, body, content: { name: `room ${at}`, topic: '' }, audience: [] }),
        stamp(0, author(0)),
      );
      for (const userId of people) {
        const joined = { roomId, userId, role: 'member', by: 'self' } as const;
        log.append(
          draft(events.memberJoined, { scopeId: roomId, body: joined, content: null, audience: [] }),
          stamp(0, userId),
        );
      }
    }
  })();
  for (let from = 0; from < messages; from += batch) {
    sqlite.transaction(() => {
      for (let at = from; at < Math.min(from + batch, messages); at++) {
        const which = roomOf(at, messages, roll);
        const roomId = room(which);
        const text = Array.from({ length: 3 + Math.floor(roll() * 15) }, () => saidWord(words, roll)).join(' ');
        const seq = (seqs[which] = (seqs[which] ?? 0) + 1);
        const body = {
          roomId,
          msgId: (at + 1) as MsgId,
          seq,
          clientMsgId: `c-${String(at).padStart(8, '0')}` as ClientMsgId,
        };
        log.append(
          draft(events.messageSent, { scopeId: roomId, body, content: { text }, audience: [] }),
          stamp(at, author(Math.floor(roll() * authors))),
        );
      }
    })();
    if (from % (20 * batch) === 0) print(`${from.toLocaleString('en')} of ${messages.toLocaleString('en')} messages`);
  }
  await database.close();
}

/**
 * Spreads the messages over the rooms: the large room gets its share of all, the small one gets its messages among the
 * last.
 */
function roomOf(at: number, messages: number, roll: () => number): number {
  if (messages - at <= smallRoom) return 2;
  const [largeShare, chance] = [largeRoom / (messages - smallRoom), roll()];
  if (chance < largeShare) return 1;
  return roll() < 0.7 ? 0 : 3 + Math.floor(roll() * (rooms - 3));
}
