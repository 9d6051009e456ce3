import { describe, expect, it } from '@jest/globals';
import { refused, type ClientMsgId, type RoomId } from '@devchitchat/contracts';
import { ada, lobby } from '../rooms/testing/room-log';
import { afterRefusal, nextToSend, retried, type OutboxEntry } from './outbox-policy';

const builds = 'r_bbbbbbbbbbbbbbbb' as RoomId;

const entry = (position: number, roomId: RoomId = lobby, state: OutboxEntry['state'] = 'pending'): OutboxEntry => ({
  position,
  clientMsgId: `id-${String(position)}` as ClientMsgId,
  roomId,
  userId: ada,
  text: 'x',
  composedAt: 0,
  state,
});
const positions = (entries: readonly OutboxEntry[]) => entries.map(({ position }) => position);

describe('what is sent next', () => {
  it('is the oldest of each room', () => {
    expect(positions(nextToSend([entry(3), entry(1), entry(2, builds), entry(4, builds)], new Set()))).toEqual([1, 2]);
  });

  it('is nothing in a room where one is on its way', () => {
    expect(positions(nextToSend([entry(1), entry(2, builds)], new Set([lobby])))).toEqual([2]);
  });

  it('is not held up by one that failed', () => {
    expect(positions(nextToSend([entry(1, lobby, 'failed'), entry(2)], new Set()))).toEqual([2]);
  });

  it('empties the outbox in order', () => {
    let outbox = [5, 2, 9, 7].map((position) => entry(position));
    const sent: number[] = [];
    for (let next = nextToSend(outbox, new Set())[0]; next; next = nextToSend(outbox, new Set())[0]) {
      sent.push(next.position);
      outbox = outbox.filter((other) => other !== next);
    }
    expect(sent).toEqual([2, 5, 7, 9]);
  });
});

describe('a refused message', () => {
  it('is tried again, later each time, while nobody can take it', () => {
    const waits = [1, 2, 3, 9].map((tries) => afterRefusal(refused('unavailable', 'Not now.').error, tries));
    expect(waits).toEqual([500, 1_000, 2_000, 10_000].map((inMs) => ({ kind: 'retry', inMs })));
  });

  it('is tried again when the server says so', () => {
    expect(afterRefusal(refused('rate_limited', 'Slowly.', 1_234).error, 5)).toEqual({ kind: 'retry', inMs: 1_234 });
  });

  it('fails, with the reason, when it would be refused again', () => {
    const verdict = afterRefusal(refused('too_large', 'The text is too long.').error, 1);
    expect(verdict).toEqual({ kind: 'failed', reason: 'The text is too long.' });
  });

  it('goes back to its place, under the same id, when its author wants it', () => {
    const failed: OutboxEntry = { ...entry(3, lobby, 'failed'), reason: 'No.' };
    expect(retried(failed)).toEqual(entry(3));
  });
});
