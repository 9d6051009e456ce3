import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonEnvironment, credentialsFile, readEnvironment } from './environment';
import { temporaryFolder } from './testing';

const environmentIn = (path: string, more: NodeJS.ProcessEnv = {}) =>
  readEnvironment(commonEnvironment, { DATA_DIR: path, ...more });

describe('the credentials a process uses', () => {
  it('are those made for it in DATA_DIR', () => {
    using folder = temporaryFolder();
    const made = join(folder.path, 'nats', 'creds', 'auth.creds');
    mkdirSync(join(folder.path, 'nats', 'creds'), { recursive: true });
    writeFileSync(made, '');
    expect(credentialsFile(environmentIn(folder.path), 'auth')).toBe(made);
  });

  it('are none where none were made', () => {
    using folder = temporaryFolder();
    expect(credentialsFile(environmentIn(folder.path, { NATS_CREDS: '' }), 'auth')).toBeUndefined();
  });

  it('are those NATS_CREDS names, there or not: a wrong path must not go unnoticed', () => {
    using folder = temporaryFolder();
    expect(credentialsFile(environmentIn(folder.path, { NATS_CREDS: '/nowhere/x.creds' }), 'auth')).toBe(
      '/nowhere/x.creds',
    );
  });
});
