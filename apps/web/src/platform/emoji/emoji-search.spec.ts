import { describe, expect, it } from '@jest/globals';
import { groupsIn, type Emoji } from './emoji';
import { emojisNamed } from './emoji-search';

const emojis: readonly Emoji[] = groupsIn([
  {
    name: 'Some',
    emojis: [
      ['😂', 'face with tears of joy', ':joy crying funny lol'],
      ['💘', 'heart with arrow', ':cupid cupid date'],
      ['❤️', 'red heart', ':heart emotion love'],
      ['👍', 'thumbs up', ':+1 :thumbsup good hand like yes', '👍*'],
      ['👎', 'thumbs down', ':-1 :thumbsdown bad hand no', '👎*'],
      ['✋', 'raised hand', ':hand :raised_hand stop five', '✋*'],
      ['☂️', 'umbrella', ':open_umbrella rain'],
      ['🙂', 'lächelndes Gesicht', 'lächeln'],
    ],
  },
]).flatMap((group) => group.emojis);

const found = (typed: string, familiar?: readonly string[]) =>
  emojisNamed(typed, emojis, familiar).map(({ emoji }) => emoji);

describe('emoji search', () => {
  it('finds emoji by the beginnings of any of their words', () => {
    expect(found('Thumb u')).toEqual(['👍']);
    expect(found('lol')).toEqual(['😂']);
    expect(found('umb')).toEqual(['☂️']);
    expect(found('mbrella')).toEqual([]);
  });

  it('finds emoji by the shortcodes of other chats', () => {
    expect(found(':heart:')[0]).toBe('❤️');
    expect(found(':raised_hand')[0]).toBe('✋');
    expect(found('+1')).toEqual(['👍']);
    expect(found('-1')[0]).toBe('👎');
  });

  it('puts exact shortcodes first, then familiar emoji, and matching names before other words', () => {
    expect(found('heart')).toEqual(['❤️', '💘']);
    expect(found('hand')).toEqual(['✋', '👍', '👎']);
    expect(found('hand', ['👎'])).toEqual(['✋', '👎', '👍']);
    expect(found('he', ['❤️'])).toEqual(['❤️', '💘']);
  });

  it('ignores case and accents', () => {
    expect(found('LACHELN')).toEqual(['🙂']);
    expect(found('lächeln')).toEqual(['🙂']);
  });

  it('finds an emoji by the emoji itself, in any skin tone', () => {
    expect(found('👍')).toEqual(['👍']);
    expect(found('👍🏿')).toEqual(['👍']);
  });

  it('finds nothing for an empty query', () => {
    expect(found('  ')).toEqual([]);
  });
});
