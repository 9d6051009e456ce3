import { mentionedHandles, mentionsEveryone } from './mentions';

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
