import { describe, expect, it } from '@jest/globals';
import { snippetParts } from './snippet';

describe('a snippet', () => {
  it('is split at its matches', () => {
    expect(snippetParts('the \u0001boss\u0002 and the \u0001route\u0002')).toEqual([
      { text: 'the ', isMatch: false },
      { text: 'boss', isMatch: true },
      { text: ' and the ', isMatch: false },
      { text: 'route', isMatch: true },
    ]);
  });

  it('may have no match', () => {
    expect(snippetParts('plain')).toEqual([{ text: 'plain', isMatch: false }]);
  });
});
