import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InviteId, LinkAddress, UserId } from '@devchitchat/contracts';
import { ada, peopleHere } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { inGerman } from '../../platform/language/testing/in-german';
import { page } from '../../platform/testing/page';
import { InviteLinks } from './invite-links';

const { render, screen, user } = page();

const providers = [peopleHere(ada)];
const day = 86_400;
const noLinks = { links: [], made: null, problem: '', busy: false };
const link = (inviteId: string, more: object = {}) => ({
  inviteId: inviteId as InviteId,
  createdBy: ada.userId as UserId | null,
  createdAt: Date.now() - 2 * 3_600_000 - 1_000,
  expiresAt: Date.now() + 2 * day * 1_000,
  maxUses: 5,
  uses: 1,
  revokedAt: null,
  ...more,
});
const createButton = () => screen.getByRole('button', { name: 'Create link' });

describe('the form that creates invite links', () => {
  it('requests by default a link for a group and a week, and for one person one of a day', async () => {
    const { emitted } = await render(InviteLinks, { inputs: noLinks, providers });
    await user.click(createButton());
    await user.click(screen.getByRole('radio', { name: 'One person' }));
    await user.click(createButton());
    expect(emitted.create).toEqual([
      { expiresInSeconds: 7 * day, maxUses: 25, note: '', history: 'whole', accounts: false },
      { expiresInSeconds: day, maxUses: 1, note: '', history: 'whole', accounts: false },
    ]);
  });

  it('requests the chosen options', async () => {
    const { emitted } = await render(InviteLinks, {
      inputs: { ...noLinks, hasNote: true, hasHistory: true },
      providers,
    });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Works for' }), '30 days');
    await user.selectOptions(screen.getByRole('combobox', { name: 'History' }), 'from_now');
    const uses = screen.getByRole('spinbutton', { name: 'Number of uses' });
    await user.clear(uses);
    await user.type(uses, '20');
    await user.type(screen.getByRole('textbox', { name: 'Note' }), ' For the choir ');
    await user.click(createButton());
    expect(emitted.create).toEqual([
      { expiresInSeconds: 30 * day, maxUses: 20, note: 'For the choir', history: 'from_now', accounts: false },
    ]);
  });

  it.each(['0', '101', '1.5'])('refuses %s uses', async (text) => {
    const { emitted } = await render(InviteLinks, { inputs: noLinks, providers });
    const uses = screen.getByRole('spinbutton', { name: 'Number of uses' });
    await user.clear(uses);
    await user.type(uses, text);
    expect(uses.getAttribute('aria-invalid')).toBe('true');
    await user.click(createButton());
    expect(emitted.create).toEqual([]);
  });

  it('creates no second link while the first is being created', async () => {
    const { emitted } = await render(InviteLinks, { inputs: { ...noLinks, busy: true }, providers });
    await user.click(createButton());
    expect(emitted.create).toEqual([]);
  });

  it('shows the new link to copy, or why none was created', async () => {
    const inputs = { ...noLinks, made: 'http://chat.lan/#/invite/abc', problem: 'Too many links.' };
    const origin = 'http://192.168.1.20:8080';
    const address: LinkAddress = { origin, reach: 'network', alternatives: [], obstacle: null };
    const connection = new ScriptedConnection().accepts('link.address', address);
    await render(InviteLinks, { inputs, providers: [...providers, connection.provider] });
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Invite link' });
    expect(field.value).toBe('http://192.168.1.20:8080/#/invite/abc');
    expect(screen.getByRole('alert').textContent).toBe('Too many links.');
    expect(screen.getByRole('button', { name: 'Create another link' })).toBeTruthy();
  });
});

describe('the list of invite links', () => {
  it('says whom each is for, who made it, its uses and its end, and revokes only those that still work', async () => {
    const links = [
      link('i_open', { note: 'For the choir' }),
      link('i_used', { uses: 5, createdBy: null }),
      link('i_revoked', { revokedAt: 1, maxUses: 1 }),
    ];
    const { emitted } = await render(InviteLinks, { inputs: { ...noLinks, links }, providers });

    const [open, used, revoked] = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(open).toMatch(/For the choir.*made by Ada 2 hours ago · 1 of 5 used · expires in 2 days/);
    expect(used).toMatch(/For up to 5 people.*made 2 hours ago · 5 of 5 used · used up/);
    expect(revoked).toMatch(/For one person.*revoked/);

    await user.click(screen.getByRole('button', { name: 'Revoke' }));
    expect(emitted.revoke).toEqual(['i_open']);
  });

  it('offers older links if some exist', async () => {
    const { emitted } = await render(InviteLinks, {
      inputs: { ...noLinks, links: [link('i_open')], hasMore: true },
      providers,
    });
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(emitted.more).toHaveLength(1);
  });
});

describe('the form that creates invite links, in German', () => {
  let backToEnglish: () => Promise<void>;
  beforeAll(async () => {
    backToEnglish = await inGerman();
  });
  afterAll(() => backToEnglish());

  it('offers the lifetimes in German', async () => {
    await render(InviteLinks, { inputs: noLinks, providers });
    const lifetimes = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Gilt für' });
    expect([...lifetimes.options].map(({ text }) => text)).toEqual(['1 Stunde', '1 Tag', '7 Tage', '30 Tage']);
  });
});
