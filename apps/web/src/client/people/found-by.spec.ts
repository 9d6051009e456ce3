import { expect, it } from '@jest/globals';
import type { User } from '@devchitchat/contracts';
import { foundBy } from './found-by';

const user = (handle: string, displayName: string, active = true) => ({ handle, displayName, active }) as User;
const users = [user('grace', 'Grace Hopper'), user('ada', 'Ada Lovelace'), user('gone', 'Agatha', false)];

it.each([
  ['', ['ada', 'grace']],
  ['  @GRA ', ['grace']],
  ['love', ['ada']],
  ['agatha', []],
])('%j finds %j', (sought, handles) => {
  expect(foundBy(sought, users).map(({ handle }) => handle)).toEqual(handles);
});
