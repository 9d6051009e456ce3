import { describe, expect, it } from '@jest/globals';
import type { Message } from '@devchitchat/contracts';
import { between, indexOfSeq, newest, runBackFrom, runOnFrom } from './stretch';

const withSeqs = (...seqs: number[]) => seqs.map((seq) => ({ seq }) as Message);
const held = withSeqs(3, 4, 5, 9, 10, 11, 12);

describe('a range of messages', () => {
  it('finds the index of a seq, even if that message is not held', () => {
    expect([1, 3, 5, 6, 9, 99].map((seq) => indexOfSeq(held, seq))).toEqual([0, 0, 2, 3, 3, 7]);
  });

  it('includes both ends', () => {
    expect(between(held, 4, 10).map(({ seq }) => seq)).toEqual([4, 5, 9, 10]);
  });

  it('extends backward up to the first gap', () => {
    expect(runBackFrom(held, 12, 100)).toBe(9);
  });

  it('extends backward no further than requested', () => {
    expect(runBackFrom(held, 12, 2)).toBe(11);
  });

  it('extends forward up to the first gap', () => {
    expect(runOnFrom(held, 3, 100)).toBe(5);
    expect(runOnFrom(held, 3, 2)).toBe(4);
  });

  it('is only the message itself if no neighbour is held', () => {
    expect([runBackFrom(held, 7, 10), runOnFrom(held, 7, 10)]).toEqual([7, 7]);
  });

  it('keeps the newest', () => {
    expect(newest(held, 2).map(({ seq }) => seq)).toEqual([11, 12]);
  });
});
