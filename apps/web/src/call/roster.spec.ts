import { describe, expect, it } from '@jest/globals';
import type { Peer, PeerId, UserId } from '@devchitchat/contracts';
import { naming, overdue, without, type Roster } from './roster';

const peer = (name: string): Peer => ({
  peerId: `p_${name}` as PeerId,
  userId: `u_${name}` as UserId,
  joinedAt: 0,
  streams: [],
});
const [one, two] = [peer('1'), peer('2')];
const empty: Roster = new Map();

describe('the roster', () => {
  it('is who is named', () => {
    expect([...naming(empty, [one, two], 0).keys()]).toEqual([one.peerId, two.peerId]);
  });

  it('keeps whoever is not named for a while, and what they show', () => {
    const before = naming(empty, [one, { ...two, streams: [{ kind: 'camera', sound: false }] }], 0);
    const after = naming(before, [one], 1_000);
    expect(after.get(two.peerId)).toEqual({ ...before.get(two.peerId), missingSince: 1_000 });
    expect(overdue(naming(after, [one], 9_000), 16_000)).toEqual([]);
    expect(overdue(naming(after, [one], 9_000), 16_001)).toEqual([two.peerId]);
  });

  it('misses nobody who is named again', () => {
    const back = naming(naming(naming(empty, [one, two], 0), [one], 0), [one, two], 1_000);
    expect(overdue(back, 100_000)).toEqual([]);
  });

  it('lets go of whoever left', () => {
    expect([...without(naming(empty, [one, two], 0), one.peerId).keys()]).toEqual([two.peerId]);
  });
});
