import { describe, expect, it } from '@jest/globals';
import { suggestionsFor } from './suggestions';

const people = [
  { handle: 'ada', name: 'Ada Lovelace' },
  { handle: 'grace', name: 'Grace Hopper' },
  { handle: 'melody', name: 'Mel' },
];
const rooms = ['kitchen', 'great hall', 'Ideas'];
const offered = (text: string) => suggestionsFor(text, people, rooms).map(({ text: chosen }) => chosen);

describe('what the search box suggests', () => {
  it('is everything one can search with, where nothing is written', () => {
    expect(offered(' ')).toEqual(expect.arrayContaining(['from:', 'in:', 'has:link ', 'is:pinned ', '"']));
  });

  it('is nothing while one writes words', () => {
    expect(['soup', 'from:ada soup', 'https://x', 'before:2026', 'xin:k'].flatMap(offered)).toEqual([]);
  });

  it('is whoever begins so, by handle or by name', () => {
    expect(offered('soup from:')).toEqual(['soup from:me ', 'soup from:ada ', 'soup from:grace ', 'soup from:melody ']);
    expect(offered('from:me')).toEqual(['from:me ', 'from:melody ']);
    expect(offered('FROM:hop')).toEqual(['FROM:grace ']);
    expect(offered('mentions:@gr')).toEqual(['mentions:grace ']);
  });

  it('is a room by a part of its name, in quotes where it has spaces', () => {
    expect(offered('tea in:I')).toEqual(['tea in:kitchen ', 'tea in:Ideas ']);
    expect(offered('in:#hall')).toEqual(['in:"great hall" ']);
    expect(offered('in:"great h')).toEqual(['in:"great hall" ']);
  });

  it('is what has: and is: know', () => {
    expect(offered('has:')).toEqual(['has:link ', 'has:code ']);
    expect(offered('is:p')).toEqual(['is:pinned ']);
  });
});
