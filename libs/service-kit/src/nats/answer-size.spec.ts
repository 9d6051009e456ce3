import { answerBytes, pageOf, thatFit } from './answer-size';

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

describe('a page', () => {
  const itself = (item: string) => item;

  it('names where the next one begins, and none where all is there', () => {
    expect(pageOf(['a', 'b', 'c'], 2, itself)).toEqual({ page: ['a', 'b'], next: 'b' });
    expect(pageOf(['a', 'b'], 2, itself)).toEqual({ page: ['a', 'b'], next: null });
    expect(pageOf([], 2, itself)).toEqual({ page: [], next: null });
  });

  it('is shorter than asked for where its items are long, and goes on after the last one in it', () => {
    const long = ['a', 'b', 'c'].map((letter) => letter.repeat(answerBytes / 2 - 2));
    expect(pageOf(long, 3, (item) => item[0])).toMatchObject({ page: long.slice(0, 2), next: 'b' });
    const longest = ['a', 'b'].map((letter) => letter.repeat(answerBytes));
    expect(pageOf(longest, 2, (item) => item[0])).toMatchObject({ page: longest.slice(0, 1), next: 'a' });
  });
});
