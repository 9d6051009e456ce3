import { device, otherDevice, peers } from '../testing/people';
import { Liveness } from './liveness';

const [one, two] = peers;

describe('liveness checks', () => {
  it('report a peer as silent at the fourth check after its last answer', () => {
    const liveness = new Liveness();
    liveness.add(one, device);
    expect([1, 2, 3, 4].map(() => liveness.check([one]))).toEqual([[], [], [], [one]]);
  });

  it('count from zero again after every answer', () => {
    const liveness = new Liveness();
    liveness.add(one, device);
    for (let time = 0; time < 20; time++) {
      expect(liveness.check([one])).toEqual([]);
      if (time % 3 === 2) liveness.confirm(one, []);
    }
  });

  it('report unknown and removed peers as silent at once', () => {
    const liveness = new Liveness();
    liveness.add(one, device);
    liveness.add(two, device);
    liveness.keepOnly(new Set([two]));
    expect(liveness.check(peers.slice(0, 2))).toEqual([one]);
    expect(liveness.sessionOf(one)).toBeUndefined();
  });

  it('use the session that joined last for a peer', () => {
    const liveness = new Liveness();
    liveness.add(one, device);
    liveness.add(one, otherDevice);
    expect(liveness.sessionOf(one)).toBe(otherDevice);
  });

  it('keep a silent peer while another peer reports a connected link to it', () => {
    const liveness = new Liveness();
    for (const peerId of [one, two]) liveness.add(peerId, device);
    const callRoll = (state: 'connected' | 'interrupted') => {
      liveness.confirm(two, [{ toPeerId: one, state }]);
      return liveness.check([one, two]);
    };
    for (let time = 0; time < 20; time++) expect(callRoll('connected')).toEqual([]);
    expect(callRoll('interrupted')).toEqual([one]);
  });

  it('ignore the links reported by peers that are silent themselves', () => {
    const liveness = new Liveness();
    for (const [peerId, toPeerId] of [
      [one, two],
      [two, one],
    ] as const) {
      liveness.add(peerId, device);
      liveness.confirm(peerId, [{ toPeerId, state: 'connected' }]);
    }
    const missed = Array.from({ length: 4 }, () => liveness.check([one, two]));
    expect(missed.at(-1)).toEqual([one, two]);
  });

  it('wait longer for every peer after a start', () => {
    const liveness = new Liveness();
    liveness.restore(new Map([[one, device]]));
    const calls = Array.from({ length: 16 }, () => liveness.check([one]).length);
    expect(calls).toEqual([...Array.from({ length: 15 }, () => 0), 1]);
    expect(liveness.sessionOf(one)).toBe(device);
  });
});
