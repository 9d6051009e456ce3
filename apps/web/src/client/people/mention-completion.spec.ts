import { describe, expect, it } from '@jest/globals';
import { begunMention, completed, offered } from './mention-completion';

const people = [
  { handle: 'ada', name: 'Ada Lovelace' },
  { handle: 'grace', name: 'Grace Hopper' },
  { handle: 'hal', name: 'Hal' },
  { handle: 'jm', name: 'Jörg Müller' },
  { handle: 'yael', name: 'יעל כהן' },
];
const handles = (prefix: string) => offered(prefix, people).map(({ handle }) => handle);

describe('a mention being written', () => {
  it('is the text between an @ and the caret', () => {
    expect(begunMention('hi @gr and', 6)).toEqual({ start: 3, prefix: 'gr' });
    expect(begunMention('@', 1)).toEqual({ start: 0, prefix: '' });
    expect(begunMention('hi @Jö', 6)).toEqual({ start: 3, prefix: 'Jö' });
    expect(begunMention('hi @Jo\u0308', 7)).toEqual({ start: 3, prefix: 'Jo\u0308' });
    for (const text of ['mail@gr', 'hi @gr ', 'hi', '@@gr']) expect(begunMention(text, text.length)).toBeNull();
  });

  it.each([
    ['_@gr|', true],
    ['**@gr|**', true],
    ['> @gr|', true],
    ['||@gr|', true],
    ['请@gr|', true],
    ['# @gr|', true],
    ['@g|r and', true],
    [String.raw`\@gr|`, false],
    ['`@gr|`', false],
    ['``` a\n@gr|', false],
    ['https://a.example/@gr|', false],
    ['social.example/@gr|', false],
    ['[@gr|](https://a.example)', false],
    ['[x](https://a.example/@gr|)', false],
    ['@ada@gr|', false],
  ])('is offered where the message would mention: %s: %s', (typed, isOffered) => {
    const caret = typed.indexOf('|', typed.startsWith('||') ? 2 : 0);
    expect(begunMention(typed.slice(0, caret) + typed.slice(caret + 1), caret) !== null).toBe(isOffered);
  });

  it('offers people whose handle or name begins with it', () => {
    expect(handles('')).toEqual(['ada', 'grace', 'hal', 'jm', 'yael']);
    expect(handles('H')).toEqual(['hal', 'grace']);
    expect(handles('x')).toEqual([]);
    for (const prefix of ['Jö', 'jo', 'MÜL', 'mull']) expect(handles(prefix)).toEqual(['jm']);
    expect(handles('כה')).toEqual(['yael']);
  });

  it('is completed with a space after it', () => {
    const begun = { start: 3, prefix: 'gr' };
    expect(completed('hi @gr', begun, people[1]!)).toEqual({ text: 'hi @grace ', caret: 10 });
    expect(completed('hi @gr and', begun, people[1]!)).toEqual({ text: 'hi @grace and', caret: 10 });
    expect(completed('hi @Jör', { start: 3, prefix: 'Jör' }, people[3]!)).toEqual({ text: 'hi @jm ', caret: 7 });
    expect(completed('hi @green and', begun, people[1]!)).toEqual({ text: 'hi @grace and', caret: 10 });
  });
});
