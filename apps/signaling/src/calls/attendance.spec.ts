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
});
