import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LinkAddress } from '@devchitchat/contracts';
import { ScriptedConnection } from '../client/testing/scripted-connection';
import { inGerman } from '../platform/language/testing/in-german';
import { page } from '../platform/testing/page';
import { LinkToSend } from './link-to-send';

const { render, screen, settled, user } = page();

const inTheNetwork: LinkAddress = {
  origin: 'http://192.168.1.20:8080',
  reach: 'network',
  alternatives: ['http://nas.lan:8080'],
  obstacle: null,
};
const onlyHere: LinkAddress = {
  origin: 'http://localhost:8080',
  reach: 'this-computer',
  alternatives: [],
  obstacle: 'loopback',
};

describe('a link for others', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
  });
  const shown = (address: LinkAddress) =>
    render(LinkToSend, {
      inputs: { href: `${location.origin}/#/invite/secret`, label: 'Invite link' },
      providers: [connection.accepts('link.address', address).provider],
    });
  const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Invite link' });

  it('begins with the address that they can open, and tells the server which page asks', async () => {
    await shown(inTheNetwork);
    expect(field().value).toBe('http://192.168.1.20:8080/#/invite/secret');
    expect(connection.asked).toEqual([{ name: 'link.address', draft: { page: location.origin } }]);
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(await navigator.clipboard.readText()).toBe('http://192.168.1.20:8080/#/invite/secret');
  });

  it('is not shown before that address is known', async () => {
    const answer = connection.holds('link.address', inTheNetwork);
    await render(LinkToSend, {
      inputs: { href: `${location.origin}/#/invite/secret`, label: 'Invite link' },
      providers: [connection.provider],
    });
    expect(screen.queryByRole('textbox')).toBeNull();
    answer();
    await settled();
    expect(field().value).toContain('192.168.1.20');
  });

  it('is a QR code too, with a name for those who cannot see it', async () => {
    await shown(inTheNetwork);
    expect(await screen.findByRole('img', { name: 'QR code of the link' })).toBeTruthy();
    expect(screen.getByText(/It works for devices in the same network/)).toBeTruthy();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('says nothing about networks if everyone can open it', async () => {
    await shown({ ...inTheNetwork, origin: 'https://chat.example.org', reach: 'everyone' });
    expect(screen.queryByText(/same network/)).toBeNull();
  });

  it.each([
    [onlyHere, ['HOST=0.0.0.0', 'TLS=local', 'PUBLIC_URL']],
    [{ ...onlyHere, obstacle: 'unknown' } as const, ['192.168.1.20:8080', 'PUBLIC_URL']],
  ])('warns if only this computer can open it, and says what to do: %o', async (address, advice) => {
    await shown(address);
    const warning = screen.getByRole('status').textContent;
    for (const words of ['only on this computer', ...advice]) expect(warning).toContain(words);
    expect(field().value).toBe('http://localhost:8080/#/invite/secret');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('tells people without a password to set one before the address changes', async () => {
    await shown(onlyHere);
    expect(screen.getByRole('status').textContent).toContain('If you have no password yet, set one first');
    expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('href')).toBe('#/settings');
  });

  it('offers the addresses by which this page can be opened instead', async () => {
    await shown({ ...onlyHere, obstacle: 'unknown', alternatives: ['http://nas.lan:8080', 'http://10.0.0.7:8080'] });
    expect(screen.getAllByRole('link', { name: /^http/ }).map((link) => link.getAttribute('href'))).toEqual([
      'http://nas.lan:8080',
      'http://10.0.0.7:8080',
    ]);
  });

  it('has the address of this page if the server does not tell', async () => {
    connection.refuses('link.address', 'The server is busy.');
    await render(LinkToSend, {
      inputs: { href: `${location.origin}/#/invite/secret`, label: 'Invite link' },
      providers: [connection.provider],
    });
    expect(field().value).toBe(`${location.origin}/#/invite/secret`);
  });
});

describe('in German, a link for others', () => {
  let backToEnglish: () => Promise<void>;
  beforeAll(async () => {
    backToEnglish = await inGerman();
  });
  afterAll(() => backToEnglish());

  it('warns in German', async () => {
    const connection = new ScriptedConnection().accepts('link.address', onlyHere);
    await render(LinkToSend, {
      inputs: { href: `${location.origin}/#/invite/secret`, label: 'Einladungslink' },
      providers: [connection.provider],
    });
    expect(screen.getByRole('status').textContent).toContain('nur auf diesem Computer');
  });
});
