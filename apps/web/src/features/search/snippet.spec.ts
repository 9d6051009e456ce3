import { describe, expect, it } from '@jest/globals';
import { snippetParts } from './snippet';

const shown = (line: string, marked: string) =>
  snippetParts(line, marked)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('');

describe('a snippet', () => {
  it('has the matches apart', () => {
    expect(snippetParts('the boss and the route', 'the \u0001boss\u0002 and the \u0001route\u0002')).toEqual([
      { text: 'the ', isMatch: false },
      { text: 'boss', isMatch: true },
      { text: ' and the ', isMatch: false },
      { text: 'route', isMatch: true },
    ]);
  });

  it('may have no match', () => {
    expect(snippetParts('plain', 'plain')).toEqual([{ text: 'plain', isMatch: false }]);
    expect(snippetParts('', '')).toEqual([]);
  });

  it('marks in the words of the message the matches that the server marked in its source', () => {
    expect(shown('go to the shop now', 'go to [the \u0001shop\u0002](https://a.ex…')).toBe('go to the [shop] now');
    expect(shown('a c++ (d) answer', '**a** \u0001c++\u0002 \u0001(d)\u0002')).toBe('a [c++] [(d)] answer');
    expect(shown('a cat, a steamboat, a team', '\u0001a\u0002 cat, a s\u0001team\u0002boat')).toBe(
      '[a] cat, [a] s[team]boat, [a] [team]',
    );
    expect(shown('caf\u0065\u0301', '\u0001caf\u00e9\u0002')).toBe('[caf\u00e9]');
  });

  it('marks nothing that only the source has', () => {
    expect(shown('It is [Spoiler].', 'It is ||the \u0001butler\u0002||.')).toBe('It is [Spoiler].');
  });

  it('is the part around the first match of a long message, and cuts no character in two', () => {
    const line = `${'🙂'.repeat(50)} needle ${'🙂'.repeat(200)}`;
    const part = shown(line, '\u0001needle\u0002');
    expect(part).toMatch(/^…🙂+ \[needle\] 🙂+…$/u);
    expect(part.length).toBeLessThan(170);
    expect(part.isWellFormed()).toBe(true);
  });
});
