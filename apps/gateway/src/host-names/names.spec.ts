import { isLearnable, nameInHost, namesOfHost, permits, permittedWith, plainName } from './names';

const here = permittedWith([]);

describe('a name', () => {
  it.each([
    ['Box.Local.', 'box.local'],
    ['192.168.1.20', '192.168.1.20'],
    ['[FE80::0001]', 'fe80::1'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['nas_2', 'nas_2'],
  ])('%s has one spelling', (text, name) => {
    expect(plainName(text)).toBe(name);
  });

  it.each([
    '',
    '999.1.1.1',
    '1.2.3',
    'a b',
    'a..b',
    '-a',
    'a/b',
    'a:80',
    'fe80::1%eth0',
    '<b>',
    'é.local',
    `${'a'.repeat(64)}.local`,
  ])('"%s" is not a plain name', (text) => {
    expect(plainName(text)).toBeUndefined();
  });

  it.each([
    ['box.local:8080', 'box.local'],
    ['box.local', 'box.local'],
    ['[::1]:8080', '::1'],
    ['10.0.0.1:1', '10.0.0.1'],
    ['box.local:port', undefined],
    ['a:b:c', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('in the Host header %s is %s', (host, name) => {
    expect(nameInHost(host)).toBe(name);
  });
});

describe('an authority for this network', () => {
  it.each(['localhost', 'box.local', 'a.b.lan', 'box.home.arpa', 'x.internal', '127.0.0.1', '10.1.2.3', '172.31.0.1'])(
    'may sign for %s',
    (name) => {
      expect(permits(here, name)).toBe(true);
    },
  );

  it.each(['192.168.255.1', '169.254.1.1', '100.100.1.1', '::1', 'fd12::1', 'fe80::1'])(
    'may sign for the private address %s',
    (name) => {
      expect(permits(here, name)).toBe(true);
    },
  );

  it.each([
    'example.org',
    'local.example.org',
    'notlocal',
    'nas',
    '8.8.8.8',
    '172.32.0.1',
    '192.169.0.1',
    '2001:db8::1',
  ])('not for %s', (name) => {
    expect(permits(here, name)).toBe(false);
  });

  it('may sign for the names its owner configured', () => {
    const wider = permittedWith(['chat.example.org', 'box.local', '203.0.113.7', '2001:db8::1']);
    expect(permits(wider, 'chat.example.org')).toBe(true);
    expect(permits(wider, 'example.org')).toBe(false);
    expect(permits(wider, '203.0.113.7')).toBe(true);
    expect(permits(wider, '203.0.113.8')).toBe(false);
    expect(permits(wider, '2001:db8::1')).toBe(true);
    expect(wider.domains).not.toContain('box.local');
  });
});

describe('learning a name', () => {
  it('is allowed for names of this network and for names without a dot that the authority covers', () => {
    const wider = permittedWith(['nas', 'chat.example.org']);
    expect(['box.lan', '192.168.1.20', 'nas'].filter((name) => isLearnable(wider, name))).toHaveLength(3);
    expect(
      ['other', 'chat.example.org', 'x.chat.example.org', '8.8.8.8'].filter((name) => isLearnable(wider, name)),
    ).toEqual([]);
  });
});

describe('what a machine is called', () => {
  it.each([
    ['raspberry-pi', ['raspberry-pi', 'raspberry-pi.local']],
    ['NAS2', ['nas2', 'nas2.local']],
    // A constraint for it would cover every site below .dev.
    ['dev', ['dev.local']],
    ['xn--p1ai', ['xn--p1ai.local']],
    ['box.lan', ['box.local', 'box.lan']],
    ['laptop-7.corp.example.com', ['laptop-7', 'laptop-7.local']],
    ['10.0.0.1', []],
    ['bad name', []],
  ])('%s', (hostname, names) => {
    expect(namesOfHost(hostname)).toEqual(names);
  });
});
