import { readFileSync } from 'node:fs';
import { AuthFile } from '../testing/auth-file';
import { ada } from '../testing/people';
import { PasswordsRepository } from './passwords.repository';

it('one password hash per person is stored until it is removed', async () => {
  await using file = await AuthFile.open(0);
  const passwords = new PasswordsRepository(file.database.sqlite);
  const keep = (hash: string | null) => file.write(() => ({ ok: true, value: passwords.keep(ada.userId, hash) }));

  expect(passwords.hashOf(ada.userId)).toBeUndefined();
  await keep('first');
  await keep('second');
  expect(passwords.hashOf(ada.userId)).toBe('second');
  await keep(null);
  expect(passwords.hashOf(ada.userId)).toBeUndefined();
});

it('a removed password hash leaves no trace in the file', async () => {
  await using file = await AuthFile.open(0);
  const { sqlite } = file.database;
  const passwords = new PasswordsRepository(sqlite);
  const keep = (hash: string | null) => file.write(() => ({ ok: true, value: passwords.keep(ada.userId, hash) }));
  const bytes = () => {
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    return readFileSync(sqlite.name, 'latin1');
  };

  await keep('a long hash that was the first');
  expect(bytes()).toContain('a long hash that was the first');
  await keep(null);
  expect(bytes()).not.toContain('that was the first');
});
