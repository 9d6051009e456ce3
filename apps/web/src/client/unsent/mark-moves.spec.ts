import { describe, expect, it } from '@jest/globals';
import { afterMove, markOf, type MarkMove } from './mark-moves';

const up = (seq: number): MarkMove => ({ seq });
const back = (seq: number): MarkMove => ({ seq, back: true });

describe('moves of a read mark that wait for the server', () => {
  it('go up with what is read, in whatever order', () => {
    expect([up(3), up(7), up(5)].reduce(afterMove)).toEqual(up(7));
  });

  it('go back where that is wanted, and on from there', () => {
    expect([up(7), back(2)].reduce(afterMove)).toEqual(back(2));
    expect([up(7), back(2), up(4)].reduce(afterMove)).toEqual(back(4));
    expect([back(5), up(3)].reduce(afterMove)).toEqual(back(5));
  });

  it('count already, whatever the server knows', () => {
    expect(markOf(4, undefined)).toBe(4);
    expect(markOf(4, up(7))).toBe(7);
    expect(markOf(9, up(7))).toBe(9);
    expect(markOf(9, back(7))).toBe(7);
  });
});
