import { describe, expect, it } from '@jest/globals';
import type { RoomId, UserId } from '@devchitchat/contracts';
import { removeLastCall, isOffered, saveLastCall, lastCallKey, lastCallOf } from './last-call';
import { storageIn } from '../media/testing/person-at-a-microphone';

const [ada, bob] = ['u_a', 'u_b'] as [UserId, UserId];
const roomId = 'r_1' as RoomId;
const minutes = 60_000;

describe('the last call', () => {
  it('is stored per user until they leave it', () => {
    const storage = storageIn(new Map());
    const lastCall = { roomId, at: 1, hasEnded: true };
    saveLastCall(storage, ada, lastCall);
    expect(lastCallOf(storage, ada)).toEqual(lastCall);
    expect(lastCallOf(storage, bob)).toBeNull();
    removeLastCall(storage, ada);
    expect(lastCallOf(storage, ada)).toBeNull();
  });

  it.each(['', 'null', '7', '"r_1"', '{}', '{"roomId":1,"at":1}', '{"roomId":"r_1"}', '{'])(
    'is none when %j is stored',
    (text) => {
      expect(lastCallOf(storageIn(new Map([[lastCallKey(ada), text]])), ada)).toBeNull();
    },
  );

  it('is offered at once after a reload, and after a crash once the server dropped the user', () => {
    const reloaded = { roomId, at: 0, hasEnded: true };
    expect(isOffered(reloaded, 1_000, true)).toBe(true);
    expect(isOffered(reloaded, 1_000, false)).toBe(true);
    const crashed = { ...reloaded, hasEnded: false };
    expect(isOffered(crashed, 1_000, true)).toBe(false);
    expect(isOffered(crashed, 15_000, false)).toBe(true);
  });

  it('is offered for ten minutes, and not after the clock was set back', () => {
    const reloaded = { roomId, at: 100 * minutes, hasEnded: true };
    expect(isOffered(reloaded, 110 * minutes, false)).toBe(true);
    expect(isOffered(reloaded, 111 * minutes, false)).toBe(false);
    expect(isOffered(reloaded, 99 * minutes, false)).toBe(false);
  });
});
