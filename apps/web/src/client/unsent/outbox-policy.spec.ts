import { describe, expect, it } from '@jest/globals';
import {
  commonReasons,
  messagingReasons,
  refused,
  type ClientMsgId,
  type MsgId,
  type RoomId,
} from '@devchitchat/contracts';
import { ada, lobby } from '@devchitchat/contracts/testing';
import {
  afterEdit,
  afterRefusal,
  isSlowMode,
  nextToSend,
  retried,
  withLatestChange,
  type OutboxEntry,
  type UnsentDelete,
  type UnsentEdit,
  type UnsentMessage,
} from './outbox-policy';

const builds = 'r_bbbbbbbbbbbbbbbb' as RoomId;

const entry = (position: number, roomId: RoomId = lobby, state: OutboxEntry['state'] = 'pending'): UnsentMessage => ({
  kind: 'send',
  position,
  clientMsgId: `id-${String(position)}` as ClientMsgId,
  roomId,
  userId: ada,
  text: 'x',
  composedAt: 0,
  state,
});
const positions = (entries: readonly OutboxEntry[]) => entries.map(({ position }) => position);

const nobody: ReadonlySet<RoomId> = new Set();

describe('the entry that is sent next', () => {
  it('is the oldest of each room', () => {
    expect(positions(nextToSend([entry(3), entry(1), entry(2, builds), entry(4, builds)], nobody, nobody))).toEqual([
      1, 2,
    ]);
  });

  it('is none in a room with an entry in flight', () => {
    expect(positions(nextToSend([entry(1), entry(2, builds)], new Set([lobby]), nobody))).toEqual([2]);
  });

  it('does not wait for one that failed', () => {
    expect(positions(nextToSend([entry(1, lobby, 'failed'), entry(2)], nobody, nobody))).toEqual([2]);
  });

  it('is no message in a room under slow mode, where other changes are still sent', () => {
    const outbox = [entry(1), entry(2, builds), editOf(3, 'one')];
    expect(positions(nextToSend(outbox, nobody, new Set([lobby])))).toEqual([2, 3]);
  });

  it('follows its order until the outbox is empty', () => {
    let outbox = [5, 2, 9, 7].map((position) => entry(position));
    const sent: number[] = [];
    for (let next = nextToSend(outbox, nobody, nobody)[0]; next; next = nextToSend(outbox, nobody, nobody)[0]) {
      sent.push(next.position);
      outbox = outbox.filter((other) => other !== next);
    }
    expect(sent).toEqual([2, 5, 7, 9]);
  });
});

describe('a refused message', () => {
  it('is retried with growing delays while the server is unavailable', () => {
    const waits = [1, 2, 3, 9].map((tries) => afterRefusal(refused(commonReasons.serverLate).error, tries));
    expect(waits).toEqual([500, 1_000, 2_000, 10_000].map((inMs) => ({ kind: 'retry', inMs })));
  });

  it('is retried at the time that the server names', () => {
    expect(afterRefusal(refused(commonReasons.rateConnections, {}, 1_234).error, 5)).toEqual({
      kind: 'retry',
      inMs: 1_234,
    });
  });

  it('fails, with the reason, when another try would be refused too', () => {
    const { error } = refused(commonReasons.requestTooLarge);
    expect(afterRefusal(error, 1)).toEqual({ kind: 'failed', refusal: error });
  });

  it('fails with the refusal as the server sent it, whatever the language of the page is', () => {
    const { error } = refused(commonReasons.requestTooLarge);
    const inGerman = { ...error, message: 'Das ist zu groß.', english: error.message };
    expect(afterRefusal(inGerman, 1)).toEqual({ kind: 'failed', refusal: error });
  });

  it('is under slow mode only when the room says so, and not when the gateway limits the rate', () => {
    const { error: slow } = refused(messagingReasons.roomSlowMode, { everyMs: 300_000, waitMs: 12_000 }, 12_000);
    const limits = [
      refused(commonReasons.rateTooFast, { burst: 30, perMinute: 120, waitMs: 800 }, 800),
      refused(commonReasons.rateInFlight, { max: 8 }, 800),
    ];
    expect(isSlowMode(slow)).toBe(true);
    expect(limits.map(({ error }) => isSlowMode(error))).toEqual([false, false]);
  });

  it('returns to its position, with the same id, when its author retries it', () => {
    const { error } = refused(commonReasons.requestTooLarge);
    const failed = entry(3, lobby, 'failed');
    expect(retried({ ...failed, refusal: error }, undefined)).toEqual(entry(3));
    expect(retried({ ...failed, reason: 'No.' }, undefined)).toEqual(entry(3));
  });
});

const msgId = 7 as MsgId;
const editOf = (position: number, text: string, revision = 0): UnsentEdit => ({
  ...entry(position),
  kind: 'edit',
  msgId,
  revision,
  text,
});
const deleteOf = (position: number): UnsentDelete => ({ ...entry(position), kind: 'delete', msgId });

describe('unsent changes of a message', () => {
  it('are reduced to the last one: a second edit replaces the first', () => {
    const outbox = [editOf(1, 'one'), entry(2)];
    expect(withLatestChange(outbox, editOf(3, 'two'))).toEqual([editOf(1, 'two'), entry(2)]);
  });

  it('end with its deletion', () => {
    expect(withLatestChange([editOf(1, 'one'), entry(2)], deleteOf(3))).toEqual([entry(2), deleteOf(3)]);
  });

  it('leave other messages alone', () => {
    const outbox = [entry(1), { ...editOf(2, 'one'), msgId: 8 as MsgId }];
    expect(withLatestChange(outbox, editOf(3, 'two'))).toEqual([...outbox, editOf(3, 'two')]);
  });

  it('start anew after a refused one', () => {
    const refusedEdit: UnsentEdit = { ...editOf(1, 'one'), state: 'failed', reason: 'No.' };
    expect(withLatestChange([refusedEdit], editOf(2, 'two', 5))).toEqual([editOf(2, 'two', 5)]);
  });

  it('continue from the first edit when a second one came while it was in flight', () => {
    expect(afterEdit(editOf(1, 'one'), editOf(1, 'two'))).toEqual(editOf(1, 'two', 1));
    expect(afterEdit(editOf(1, 'one'), editOf(1, 'one'))).toBeNull();
  });

  it('are retried on the current revision when their author retries them', () => {
    const failed: UnsentEdit = { ...editOf(1, 'one'), state: 'failed', reason: 'No.' };
    expect(retried(failed, 4)).toEqual(editOf(1, 'one', 4));
  });
});
