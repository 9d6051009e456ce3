import { answerBytes, pageOf, fittingPrefix } from './answer-size';

describe('the items that fit into an answer', () => {
  it('are all, or as many as the byte limit allows', () => {
    expect(fittingPrefix(['aa', 'bb', 'cc'], 12)).toEqual(['aa', 'bb', 'cc']);
    expect(fittingPrefix(['aa', 'bb', 'cc'], 11)).toEqual(['aa', 'bb']);
    expect(fittingPrefix([], 1)).toEqual([]);
  });

  it('counts bytes, not characters', () => {
    expect(fittingPrefix(['ää', 'b'], 8)).toEqual(['ää']);
  });

  it('always include the first, because otherwise paging would stop there', () => {
    expect(fittingPrefix(['long', 'b'], 1)).toEqual(['long']);
  });
});

describe('a page', () => {
  const itself = (item: string) => item;

  it('has the cursor of the next page, or none on the last page', () => {
    expect(pageOf(['a', 'b', 'c'], 2, itself)).toEqual({ page: ['a', 'b'], next: 'b' });
    expect(pageOf(['a', 'b'], 2, itself)).toEqual({ page: ['a', 'b'], next: null });
    expect(pageOf([], 2, itself)).toEqual({ page: [], next: null });
  });

  it('is shorter than requested if its items are long, and continues after its last item', () => {
    const long = ['a', 'b', 'c'].map((letter) => letter.repeat(answerBytes / 2 - 2));
    expect(pageOf(long, 3, (item) => item[0])).toMatchObject({ page: long.slice(0, 2), next: 'b' });
    const longest = ['a', 'b'].map((letter) => letter.repeat(answerBytes));
    expect(pageOf(longest, 2, (item) => item[0])).toMatchObject({ page: longest.slice(0, 1), next: 'a' });
  });
});
