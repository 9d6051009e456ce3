import { device, otherDevice, peers } from '../testing/people';
import { Attendance } from './attendance';

const [one, two] = peers;

describe('attendance', () => {
  it('misses a peer at the fourth call after its last answer', () => {
    const attendance = new Attendance();
    attendance.seat(one, device);
    expect([1, 2, 3, 4].map(() => attendance.callRoll([one]))).toEqual([[], [], [], [one]]);
  });

  it('starts counting again with every answer', () => {
    const attendance = new Attendance();
    attendance.seat(one, device);
    for (let time = 0; time < 20; time++) {
      expect(attendance.callRoll([one])).toEqual([]);
      if (time % 3 === 2) attendance.answered(one, []);
    }
  });

  it('misses at once whom it never seated, and whom it was told to forget', () => {
    const attendance = new Attendance();
    attendance.seat(one, device);
    attendance.seat(two, device);
    attendance.keepOnly(new Set([two]));
    expect(attendance.callRoll(peers.slice(0, 2))).toEqual([one]);
    expect(attendance.sessionOf(one)).toBeUndefined();
  });

  it('knows the device that spoke last for a peer', () => {
    const attendance = new Attendance();
    attendance.seat(one, device);
    attendance.seat(one, otherDevice);
    expect(attendance.sessionOf(one)).toBe(otherDevice);
  });

  it('keeps a silent peer that another one still hears, and takes it out with the last who does', () => {
    const attendance = new Attendance();
    for (const peerId of [one, two]) attendance.seat(peerId, device);
    const callRoll = (state: 'connected' | 'interrupted') => {
      attendance.answered(two, [{ toPeerId: one, state }]);
      return attendance.callRoll([one, two]);
    };
    for (let time = 0; time < 20; time++) expect(callRoll('connected')).toEqual([]);
    expect(callRoll('interrupted')).toEqual([one]);
  });

  it('takes nobody’s word for each other who answer nothing themselves', () => {
    const attendance = new Attendance();
    for (const [peerId, toPeerId] of [
      [one, two],
      [two, one],
    ] as const) {
      attendance.seat(peerId, device);
      attendance.answered(peerId, [{ toPeerId, state: 'connected' }]);
    }
    const missed = Array.from({ length: 4 }, () => attendance.callRoll([one, two]));
    expect(missed.at(-1)).toEqual([one, two]);
  });

  it('waits longer for everybody after a start', () => {
    const attendance = new Attendance();
    attendance.recall(new Map([[one, device]]));
    const calls = Array.from({ length: 16 }, () => attendance.callRoll([one]).length);
    expect(calls).toEqual([...Array.from({ length: 15 }, () => 0), 1]);
    expect(attendance.sessionOf(one)).toBe(device);
  });
});
