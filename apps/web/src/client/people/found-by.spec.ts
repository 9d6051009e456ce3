import { expect, it } from '@jest/globals';
import type { User } from '@devchitchat/contracts';
import { foundBy } from './found-by';

const user = (handle: string, displayName: string, active = true) => ({ handle, displayName, active }) as User;
const users = [
  user('grace', 'Grace Hopper'),
  user('ada', 'Ada Lovelace'),
  user('gone', 'Agatha', false),
  user('jm', 'Jörg Müller'),
  user('j10', 'Jörg 10'),
  user('j9', 'Jörg 9'),
];

it.each([
  ['', ['ada', 'grace', 'j9', 'j10', 'jm']],
  ['  @GRA ', ['grace']],
  ['love', ['ada']],
  ['agatha', []],
  ['jorg m', ['jm']],
  ['JÖRG', ['j9', 'j10', 'jm']],
])('%j finds %j', (sought, handles) => {
  expect(foundBy(sought, users).map(({ handle }) => handle)).toEqual(handles);
});
