import { isOurPage } from './origin';

const host = 'localhost:8080';

describe('a page of ours', () => {
  it.each([
    ['the address it was asked under', 'http://localhost:8080', undefined],
    ['that address in capitals', 'http://localhost:8080', undefined, 'LocalHost:8080'],
    ['the public address', 'https://chat.example', 'https://chat.example/'],
    ['the public address with a path', 'https://chat.example', 'https://chat.example/talk'],
  ])('%s', (_what, origin, publicUrl, asked = host) => {
    expect(isOurPage({ origin, host: asked }, { scheme: 'http', publicUrl })).toBe(true);
  });

  it.each([
    ['another site', 'https://evil.example'],
    ['another port', 'http://localhost:8081'],
    ['another scheme', 'https://localhost:8080'],
    ['a longer name', 'http://localhost:8080.evil.example'],
    ['a sandboxed frame or a file', 'null'],
    ['nothing', ''],
    ['an address that begins with the public one', 'https://chat.example.evil.example'],
  ])('is not %s', (_what, origin) => {
    expect(isOurPage({ origin, host }, { scheme: 'http', publicUrl: 'https://chat.example' })).toBe(false);
  });

  it('may be missing, because then no browser sent its cookie', () => {
    expect(isOurPage({ host }, { scheme: 'http', publicUrl: undefined })).toBe(true);
  });

  it('is rejected without a host', () => {
    expect(isOurPage({ origin: 'http://undefined' }, { scheme: 'http', publicUrl: undefined })).toBe(false);
  });
});

describe('over https, under several names', () => {
  const ours = {
    scheme: 'https' as const,
    publicUrl: undefined,
    serves: (name: string) => ['localhost', '192.168.1.20', '::1'].includes(name),
  };

  it.each([
    ['https://localhost:8443', 'localhost:8443'],
    ['https://192.168.1.20:8443', '192.168.1.20:8443'],
    ['https://[::1]:8443', '[::1]:8443'],
    ['https://192.168.1.20:9443', '192.168.1.20:9443'],
    ['https://192.168.1.20', '192.168.1.20:443'],
  ])('%s is ours', (origin, asked) => {
    expect(isOurPage({ origin, host: asked }, ours)).toBe(true);
  });

  it.each([
    ['without encryption', 'http://localhost:8443', 'localhost:8443'],
    ['under one of our names, asked under another', 'https://localhost:8443', '192.168.1.20:8443'],
    ['under a foreign name that points here', 'https://evil.example:8443', 'evil.example:8443'],
    ['on another port', 'https://localhost:9443', 'localhost:8443'],
  ])('a page %s is not', (_which, origin, asked) => {
    expect(isOurPage({ origin, host: asked }, ours)).toBe(false);
  });
});
