import { describe, expect, it } from '@jest/globals';
import { seqAt } from './seq-at';

/** Times of the messages from `seq` 1 on. */
const find = (times: readonly number[], ts: number, first = 1) => {
  const asked: number[] = [];
  const seq = seqAt(first, times.length, ts, (at) => {
    asked.push(at);
    return times[at - 1]!;
  });
  return { seq, asked };
};

describe('the first seq at or after a time', () => {
  it.each([
    [5, 1],
    [10, 1],
    [11, 2],
    [20, 2],
    [21, 4],
    [31, 5],
  ])('for times 10, 20, 20, 30 and time %d is %d', (ts, seq) => {
    expect(find([10, 20, 20, 30], ts).seq).toBe(seq);
  });

  it('is never before the first visible message', () => {
    const { seq, asked } = find([10, 20, 30, 40], 10, 3);
    expect(seq).toBe(3);
    expect(Math.min(...asked)).toBe(3);
  });

  it('is after the last message if all are earlier', () => {
    expect(find([], 5).seq).toBe(1);
    expect(find([10, 20], 5, 3).seq).toBe(3);
  });

  it('is one where the times cross, if the clock was set back', () => {
    const times = [10, 50, 20, 60];
    const { seq } = find(times, 40);
    expect(times[seq - 1]).toBeGreaterThanOrEqual(40);
    expect(times[seq - 2] ?? 0).toBeLessThan(40);
  });

  it('is found among a million in twenty steps', () => {
    const times = Array.from({ length: 1_000_000 }, (_, at) => at * 7);
    const { seq, asked } = find(times, 3_500_001);
    expect(seq).toBe(500_002);
    expect(asked.length).toBeLessThanOrEqual(20);
  });
});
