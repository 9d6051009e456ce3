import { describe, expect, it } from '@jest/globals';
import { isUnfinished, suggestionsFor } from './suggestions';

const people = [
  { handle: 'ada', name: 'Ada Lovelace' },
  { handle: 'grace', name: 'Grace Hopper' },
  { handle: 'melody', name: 'Mel' },
];
const rooms = ['kitchen', 'great hall', 'Ideas'];
const offered = (text: string) => suggestionsFor(text, people, rooms).map(({ text: chosen }) => chosen);

describe('the suggestions of the search box', () => {
  it('are all operators while the box is empty', () => {
    expect(offered(' ')).toEqual(expect.arrayContaining(['from:', 'in:', 'has:link ', 'is:pinned ', '"']));
  });

  it('are empty while the user types plain words', () => {
    expect(['soup', 'from:ada soup', 'https://x', 'before:2026', 'xin:k'].flatMap(offered)).toEqual([]);
  });

  it('are people whose handle or name begins with the text', () => {
    expect(offered('soup from:')).toEqual(['soup from:me ', 'soup from:ada ', 'soup from:grace ', 'soup from:melody ']);
    expect(offered('from:me')).toEqual(['from:me ', 'from:melody ']);
    expect(offered('FROM:hop')).toEqual(['FROM:grace ']);
    expect(offered('mentions:@gr')).toEqual(['mentions:grace ']);
  });

  it('are rooms whose name contains the text, in quotes if it has spaces', () => {
    expect(offered('tea in:I')).toEqual(['tea in:kitchen ', 'tea in:Ideas ']);
    expect(offered('in:#hall')).toEqual(['in:"great hall" ']);
    expect(offered('in:"great h')).toEqual(['in:"great hall" ']);
  });

  it('are the values of has: and is:', () => {
    expect(offered('has:')).toEqual(['link', 'code', 'image', 'video', 'audio', 'file'].map((what) => `has:${what} `));
    expect(offered('has:I')).toEqual(['has:image ']);
    expect(offered('is:p')).toEqual(['is:pinned ']);
  });

  it('say that a text ends in an operator without its whole value', () => {
    const unfinished = (text: string) => isUnfinished(text, suggestionsFor(text, people, rooms));
    const begun = ['from:', 'soup from:gr', 'from:@gr', 'in:"great h', 'mentions:a', 'has:', 'is:p'];
    const begunDates = ['before:', 'on:20', 'soup after:2026-', 'before:2026-1', 'ON:2026-11-0'];
    expect([...begun, ...begunDates].filter((text) => !unfinished(text))).toEqual([]);
    const whole = ['from:@Grace', 'in:"great hall', 'in:ideas', 'has:link', 'from:me', 'from:hugo', 'from:gr soup'];
    const others = ['', 'soup', 'before:2026', 'on:2026-11', 'after:2026-11-01', 'before:soon', 'from:gr '];
    expect([...whole, ...others].filter(unfinished)).toEqual([]);
  });
});
