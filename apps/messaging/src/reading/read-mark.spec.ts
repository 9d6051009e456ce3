import { kitchen } from '../testing/history';
import { movedTo } from './read-mark';

const nine = { headSeq: 9, historyStart: 1 };
const to = (seq: number, back?: true) => ({ roomId: kitchen, seq, ...(back && { back }) });

describe('a read mark', () => {
  it('moves up, and not down by default', () => {
    expect(movedTo(3, to(5), nine)).toBe(5);
    expect(movedTo(5, to(3), nine)).toBeUndefined();
    expect(movedTo(5, to(5), nine)).toBeUndefined();
  });

  it('moves down on request', () => {
    expect(movedTo(5, to(3, true), nine)).toBe(3);
    expect(movedTo(5, to(0, true), nine)).toBe(0);
    expect(movedTo(5, to(5, true), nine)).toBeUndefined();
  });

  it('never moves beyond the head', () => {
    expect(movedTo(5, to(1_000_000), nine)).toBe(9);
    expect(movedTo(9, to(1_000_000), nine)).toBeUndefined();
  });

  it('never leaves messages unread that its owner may not see', () => {
    expect(movedTo(9, to(0, true), { headSeq: 9, historyStart: 5 })).toBe(4);
  });
});
