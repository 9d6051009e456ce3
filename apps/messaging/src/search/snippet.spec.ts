import { matchIn } from './match';
import { parseQuery } from './search-query';
import { snippetOf } from './snippet';

const snippet = (text: string, query: string) =>
  snippetOf(text, matchIn(text, parseQuery(query).terms) ?? { ranges: [] })
    .replaceAll('\u0001', '[')
    .replaceAll('\u0002', ']');

describe('a snippet', () => {
  it('marks every match: words, phrases and parts', () => {
    expect(snippet('Hello, everyone. Say hello!', 'hello every')).toBe('[Hello], [everyone]. Say [hello]!');
    expect(snippet('Say hello there', '"hello there"')).toBe('Say [hello there]');
    expect(snippet('A steamboat', 'team')).toBe('A s[team]boat');
  });

  it('shows the part around the first match of a long message', () => {
    const text = `${'before '.repeat(40)}needle${' after'.repeat(40)}`;
    const shown = snippet(text, 'needle');
    expect(shown).toMatch(/^…[a-z ]{40}\[needle\][a-z ]+…$/);
    expect(shown).toHaveLength(160 + '[]……'.length);
  });

  it('shows the beginning if there is nothing to mark', () => {
    expect(snippet('Hello', '')).toBe('Hello');
    expect(snippet('', '')).toBe('');
  });

  it('replaces line breaks and the message’s own mark characters with spaces', () => {
    expect(snippet('a\u0001b\u0002\nneedle', 'needle')).toBe('a b  [needle]');
  });

  it('marks what was written where it is spelled in other characters', () => {
    expect(snippet('so ﬁne ﬂuﬀy ＡＢＣ. A fluffy end', 'fluffy abc')).toBe('so ﬁne [ﬂuﬀy] [ＡＢＣ]. A [fluffy] end');
    expect(snippet('an eﬀect', 'ffec')).toBe('an e[ﬀec]t');
    expect(snippet('ｶﾞﾗｽ cafe\u0301', 'ガラス café')).toBe('[ｶﾞﾗｽ] [cafe\u0301]');
  });

  it('cuts no character in two', () => {
    const shown = snippet(`${'🙂'.repeat(30)} needle ${'🙂'.repeat(100)}`, 'needle');
    expect(shown).toBe(`…${'🙂'.repeat(19)} [needle] ${'🙂'.repeat(56)}…`);
    expect(shown.isWellFormed()).toBe(true);
  });
});
