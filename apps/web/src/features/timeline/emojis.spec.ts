import { describe, expect, it } from '@jest/globals';
import { messagingCommands } from '@devchitchat/contracts';
import { emojisNamed } from './emojis';

const found = (sought: string) => emojisNamed(sought).map(({ emoji }) => emoji);

describe('emojis', () => {
  it('are found by the beginnings of any of their names', () => {
    expect(found('Thumb u')).toEqual(['👍']);
    expect(found('lol')).toEqual(['😂']);
    expect(found('👍')).toEqual(['👍']);
    expect(found('umb')).toEqual(['☔']);
  });

  it('are all there while nothing is sought, each once', () => {
    expect(new Set(found('')).size).toBe(found('').length);
    expect(found('').length).toBeGreaterThan(250);
  });

  it('are all taken for one by the server', () => {
    const { emoji } = messagingCommands.msgReact.input.shape;
    expect(found('').filter((each) => !emoji.safeParse(each).success)).toEqual([]);
  });
});
