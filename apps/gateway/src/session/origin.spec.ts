import { isOurPage } from './origin';

const host = 'localhost:8080';

describe('a page of ours', () => {
  it.each([
    ['the address it was asked under', 'http://localhost:8080', undefined],
    ['that address in capitals', 'http://localhost:8080', undefined, 'LocalHost:8080'],
    ['the public address', 'https://chat.example', 'https://chat.example/'],
    ['the public address with a path', 'https://chat.example', 'https://chat.example/talk'],
  ])('%s', (_what, origin, publicUrl, asked = host) => {
    expect(isOurPage({ origin, host: asked }, publicUrl)).toBe(true);
  });

  it.each([
    ['another site', 'https://evil.example'],
    ['another port', 'http://localhost:8081'],
    ['another scheme', 'https://localhost:8080'],
    ['a longer name', 'http://localhost:8080.evil.example'],
    ['a sandboxed frame or a file', 'null'],
    ['nothing', ''],
    ['the public address of somebody else', 'https://chat.example.evil.example'],
  ])('is not %s', (_what, origin) => {
    expect(isOurPage({ origin, host }, 'https://chat.example')).toBe(false);
  });

  it('may be no page at all: then no browser lent anybody its cookie', () => {
    expect(isOurPage({ host }, undefined)).toBe(true);
  });

  it('is none without a host', () => {
    expect(isOurPage({ origin: 'http://undefined' }, undefined)).toBe(false);
  });
});
