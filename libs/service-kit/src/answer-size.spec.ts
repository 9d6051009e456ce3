import { thatFit } from './answer-size';

describe('what fits into an answer', () => {
  it('is all of it, or as much as the bytes allow', () => {
    expect(thatFit(['aa', 'bb', 'cc'], 12)).toEqual(['aa', 'bb', 'cc']);
    expect(thatFit(['aa', 'bb', 'cc'], 11)).toEqual(['aa', 'bb']);
    expect(thatFit([], 1)).toEqual([]);
  });

  it('counts bytes, not characters', () => {
    expect(thatFit(['ää', 'b'], 8)).toEqual(['ää']);
  });

  it('is the first in any case, for otherwise nobody would get past it', () => {
    expect(thatFit(['long', 'b'], 1)).toEqual(['long']);
  });
});
