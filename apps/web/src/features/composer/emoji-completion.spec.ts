import { describe, expect, it } from '@jest/globals';
import { begunEmoji, closedEmoji, withEmoji } from './emoji-completion';

const begunIn = (text: string) => begunEmoji(text, text.length)?.prefix;
const closedIn = (text: string) => closedEmoji(text, text.length)?.prefix;

describe('a shortcode of an emoji', () => {
  it.each([
    [':sm', 'sm'],
    ['Hello :smi', 'smi'],
    ['(:thumbs_up', 'thumbs_up'],
    [':+1', '+1'],
    ['one\n:tada', 'tada'],
    ['😄:smi', 'smi'],
    ['`code` :smi', 'smi'],
    ['```\ncode\n``` :smi', 'smi'],
    [':übel', 'übel'],
  ])('is being written in %j', (text, prefix) => {
    expect(begunIn(text)).toBe(prefix);
  });

  it.each([
    ':',
    ':s',
    ':D',
    'http://example',
    'https:ex',
    'at 10:30',
    'std::vector',
    'C:\\users',
    'a:smi',
    ':sm ile',
    '`:smi',
    'a `b` `:smi',
    '```\n:smi',
    '```js\nconst a = {b :smi',
    '\\:smi',
  ])('is not being written in %j', (text) => {
    expect(begunIn(text)).toBeUndefined();
  });

  it('is complete with its second colon', () => {
    expect([closedIn('so :tada:'), closedIn(':x:'), closedIn('10:30:'), closedIn('`:tada:')]).toEqual([
      'tada',
      'x',
      undefined,
      undefined,
    ]);
  });

  it('gives way to the emoji, with the text around it', () => {
    const text = 'so :smi good';
    const begun = begunEmoji(text, 7)!;
    expect(withEmoji(text, begun, 7, '😄')).toEqual({ text: 'so 😄 good', caret: 5 });
  });
});
