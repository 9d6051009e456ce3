import { limits } from '../grammar/limits';
import { piecesThatStall } from '../testing';
import { mentionedHandles, mentionsEveryone, mentionStart } from './mentions';

it.each([
  ['@everyone, dinner!', true],
  ['(@Everyone)', true],
  ['@everyones', false],
  ['@everyone-else', false],
  ['mail@everyone', false],
  ['everyone', false],
])('%j means everyone: %s', (text, does) => {
  expect(mentionsEveryone(text)).toBe(does);
});

it.each([
  ['@ada, dinner with @Bob?', ['ada', 'bob']],
  ['(@ada) @ada', ['ada']],
  ['@everyone and @ada-2', ['ada-2']],
  ['mail@ada', []],
  ['`@ada` is how', []],
  ['```\n@ada\n``` but @bob', ['bob']],
  ['```\n@ada, for ever', []],
  ['nobody', []],
])('%j mentions %j', (text, handles) => {
  expect([...mentionedHandles(text)]).toEqual(handles);
});

it('one message mentions a hundred people at most', () => {
  const text = Array.from({ length: 1_500 }, (_, at) => `@p${at} `).join('');
  expect([...mentionedHandles(text)]).toEqual(Array.from({ length: 100 }, (_, at) => `p${at}`));
});

it.each([
  ['everyone', mentionsEveryone],
  ['people', mentionedHandles],
])('mentions of %s are found in time proportional to the text', (_whom, find) => {
  expect(piecesThatStall(find, limits.messageBytes)).toEqual([]);
});

it.each(['a', 'ä', '9', '_', '@', '.', '-', '𝒜'])('an @ after %j starts no mention', (before) => {
  expect(new RegExp(`${mentionStart}ada`, 'u').test(`${before}@ada`)).toBe(false);
});

it.each([' ', '(', ',', ':', '*', '~', '|', '\n'])('an @ after %j starts a mention', (before) => {
  expect(new RegExp(`${mentionStart}ada`, 'u').test(`${before}@ada`)).toBe(true);
});
