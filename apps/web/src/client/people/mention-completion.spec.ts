import { describe, expect, it } from '@jest/globals';
import { begunMention, completed, offered } from './mention-completion';

const people = [
  { handle: 'ada', name: 'Ada Lovelace' },
  { handle: 'grace', name: 'Grace Hopper' },
  { handle: 'hal', name: 'Hal' },
];
const handles = (prefix: string) => offered(prefix, people).map(({ handle }) => handle);

describe('a mention being written', () => {
  it('is the text between an @ and the caret', () => {
    expect(begunMention('hi @gr and', 6)).toEqual({ start: 3, prefix: 'gr' });
    expect(begunMention('@', 1)).toEqual({ start: 0, prefix: '' });
    for (const text of ['mail@gr', 'hi @gr ', 'hi', '@@gr']) expect(begunMention(text, text.length)).toBeNull();
  });

  it('offers people whose handle or name begins with it', () => {
    expect(handles('')).toEqual(['ada', 'grace', 'hal']);
    expect(handles('H')).toEqual(['hal', 'grace']);
    expect(handles('x')).toEqual([]);
  });

  it('is completed with a space after it', () => {
    const begun = { start: 3, prefix: 'gr' };
    expect(completed('hi @gr', begun, people[1]!)).toEqual({ text: 'hi @grace ', caret: 10 });
    expect(completed('hi @gr and', begun, people[1]!)).toEqual({ text: 'hi @grace and', caret: 10 });
  });
});
