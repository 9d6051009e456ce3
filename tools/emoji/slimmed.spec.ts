import { messagingCommands } from '@devchitchat/contracts';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupsIn, inTone, skinTones, type Emoji, type EmojiFile } from '../../apps/web/src/platform/emoji/emoji';
import { languageCodes } from '../../apps/web/src/platform/language/languages';
import { slimmed } from './slimmed';

const { emoji: accepted } = messagingCommands.msgReact.input.shape;

describe('the files of the emoji picker', () => {
  const files = new Map<string, readonly Emoji[]>();
  const called = (code: string, emoji: string): Emoji | undefined =>
    files.get(code)?.find((each) => each.emoji === emoji);

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'devchitchat-emoji-'));
    try {
      execFileSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '..', 'emoji.ts'), folder]);
      for (const code of languageCodes) {
        const file = JSON.parse(readFileSync(join(folder, `${code}.json`), 'utf8')) as EmojiFile;
        expect(file).toHaveLength(9);
        files.set(
          code,
          groupsIn(file).flatMap(({ emojis }) => emojis),
        );
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('list every emoji of Unicode 17 once, in the same order in every language', () => {
    const order = files.get('en')?.map(({ emoji }) => emoji);
    expect(new Set(order).size).toBe(1914);
    for (const emojis of files.values()) expect(emojis.map(({ emoji }) => emoji)).toEqual(order);
  });

  it('hold only emoji that the server accepts as a reaction, in every skin tone', () => {
    const offered = [...files.values()].flat().flatMap((emoji) => skinTones.map((tone) => inTone(emoji, tone)));
    expect(offered.filter((emoji) => !accepted.safeParse(emoji).success)).toEqual([]);
  });

  it('give each emoji its name in the language, and the shortcodes of other chats', () => {
    expect(called('en', '🎉')).toMatchObject({ name: 'party popper' });
    expect(called('de', '🎉')).toMatchObject({ name: 'Konfettibombe' });
    for (const code of languageCodes) expect(called(code, '🎉')?.words.split(' ')).toContain(':tada');
    expect([...files.values()].flat().filter(({ name }) => name === '')).toEqual([]);
  });

  it('list the variants by skin tone, also for emoji of several people', () => {
    const toned = (emoji: string) => inTone(called('en', emoji)!, '🏽');
    expect(toned('👍')).toBe('👍🏽');
    expect(toned('✌️')).toBe('✌🏽');
    expect(toned('🕵️‍♀️')).toBe('🕵🏽‍♀️');
    expect(toned('🧑‍🤝‍🧑')).toBe('🧑🏽‍🤝‍🧑🏽');
    expect(toned('🎉')).toBe('🎉');
    expect(files.get('en')?.filter((emoji) => emoji.toned !== null)).toHaveLength(330);
  });
});

it('fail for an emoji whose skin tones differ in more than the tone', () => {
  const emojis = [{ emoji: '👍', label: 'thumbs up', hexcode: '1F44D', group: 1, skins: [{ emoji: '👎🏻', tone: 1 }] }];
  expect(() => slimmed(emojis, [{ order: 1, key: 'people-body', message: 'people' }], {})).toThrow('thumbs up');
});
