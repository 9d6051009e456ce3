import { serviceNames } from '@devchitchat/contracts';
import { databaseOf, followersFirst, isInBackups, keptPaths, locationOf } from './layout';

describe('a backup', () => {
  it('is the file of every service', () => {
    expect([...followersFirst].sort()).toEqual([...serviceNames].sort());
  });

  it('is in one folder, or in the volumes of those who use it', () => {
    const paths = [...followersFirst.map(databaseOf), ...keptPaths, 'tls/ca.key'];
    expect(paths.map((path) => locationOf(path, 'flat'))).toEqual(paths.map((path) => ({ folder: '', path })));
    expect(paths.map((path) => locationOf(path, 'folders').folder)).toEqual([
      'diagnostics',
      'signaling',
      'messaging',
      'auth',
      'keys',
      'auth',
      'keys',
      'gateway',
      'gateway',
    ]);
  });

  it('has files of messages in the volume that is mounted as their folder', () => {
    const path = 'files/f_5p1s8w3z7b2e6j9q/ready/small';
    expect(locationOf(path, 'flat')).toEqual({ folder: '', path });
    expect(locationOf(path, 'folders')).toEqual({ folder: 'files', path: 'f_5p1s8w3z7b2e6j9q/ready/small' });
    expect(locationOf('files', 'folders')).toEqual({ folder: 'files', path: '' });
  });

  it.each(['small', 'large', 'original', 'facts.json'])("may contain a file's %s", (name) => {
    expect(isInBackups(`files/f_5p1s8w3z7b2e6j9q/ready/${name}`)).toBe(true);
  });

  it.each(['../auth.sqlite', 'nats/creds/gateway.creds', 'run/start.lock', 'tlsx'])('is not %s', (path) => {
    expect(() => locationOf(path, 'flat')).toThrow(path);
  });
});
