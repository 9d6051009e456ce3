import { describe, expect, it } from '@jest/globals';
import { afterMove, markOf, type MarkMove } from './mark-moves';

const up = (seq: number): MarkMove => ({ seq });
const back = (seq: number): MarkMove => ({ seq, back: true });

describe('unsent moves of a read mark', () => {
  it('move up with reading, in any order', () => {
    expect([up(3), up(7), up(5)].reduce(afterMove)).toEqual(up(7));
  });

  it('move back on request, and forward from there', () => {
    expect([up(7), back(2)].reduce(afterMove)).toEqual(back(2));
    expect([up(7), back(2), up(4)].reduce(afterMove)).toEqual(back(4));
    expect([back(5), up(3)].reduce(afterMove)).toEqual(back(5));
  });

  it('count before the server knows them', () => {
    expect(markOf(4, undefined)).toBe(4);
    expect(markOf(4, up(7))).toBe(7);
    expect(markOf(9, up(7))).toBe(9);
    expect(markOf(9, back(7))).toBe(7);
  });
});
