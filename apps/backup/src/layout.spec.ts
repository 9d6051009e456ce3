import { serviceNames } from '@devchitchat/contracts';
import { databaseOf, followersFirst, keptPaths, locationOf } from './layout';

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

  it.each(['../auth.sqlite', 'nats/creds/gateway.creds', 'run/start.lock', 'tlsx'])('is not %s', (path) => {
    expect(() => locationOf(path, 'flat')).toThrow(path);
  });
});
