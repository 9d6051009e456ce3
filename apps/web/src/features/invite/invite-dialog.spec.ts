import { describe, expect, it } from '@jest/globals';
import { accepted, authReasons, refused, type InviteId, type Reply } from '@devchitchat/contracts';
import { PagedList } from '../../client/connection/paged-list';
import { ada, peopleHere } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { InviteDialog, type InviteSource } from './invite-dialog';
import type { ListedLink } from './invite-links';

const { render, screen, user } = page();

const link = (inviteId: string, revokedAt: number | null = null): ListedLink => ({
  inviteId: inviteId as InviteId,
  createdBy: ada.userId,
  createdAt: Date.now(),
  expiresAt: Date.now() + 86_400_000,
  maxUses: 1,
  uses: 0,
  revokedAt,
});

describe('the dialog of invite links', () => {
  let listed: readonly ListedLink[];
  const shown = (more: Partial<InviteSource> = {}) => {
    listed = [link('i_one')];
    const source: InviteSource = {
      page: 'invite',
      links: new PagedList(() => Promise.resolve(accepted({ items: listed, next: null }))),
      create: () => Promise.resolve(accepted({ invite: link('i_two'), token: 'secret' })),
      revoke: () => {
        listed = [link('i_one', Date.now())];
        return Promise.resolve(accepted({}));
      },
      ...more,
    };
    const connection = new ScriptedConnection().refuses('link.address', 'The server is busy.');
    return render(InviteDialog, {
      inputs: { heading: 'Invite people', lede: 'For the choir.', source },
      providers: [connection.provider, peopleHere(ada)],
    });
  };
  const rows = () => screen.queryAllByRole('listitem');
  const create = () => user.click(screen.getByRole('button', { name: 'Create link' }));
  const revoke = () => user.click(screen.getByRole('button', { name: /Revoke/ }));
  const unknown: Reply<never> = refused(authReasons.inviteUnknown);

  it('lists the links, and puts a new one above them with its address', async () => {
    await shown();
    expect(screen.getByRole('dialog', { name: 'Invite people' }).textContent).toContain('For the choir.');
    expect(rows()).toHaveLength(1);
    await create();
    expect(rows()).toHaveLength(2);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Invite link' });
    expect(field.value).toMatch(/invite.*secret$/);
  });

  it('shows why no link was created', async () => {
    await shown({ create: () => Promise.resolve(unknown) });
    await create();
    expect(screen.getByRole('alert').textContent).toContain(authReasons.inviteUnknown.sentence);
    expect(rows()).toHaveLength(1);
  });

  it('loads the list again after a link is revoked', async () => {
    await shown();
    await revoke();
    expect(screen.queryByRole('button', { name: /Revoke/ })).toBeNull();
  });

  it('shows why a link was not revoked', async () => {
    await shown({ revoke: () => Promise.resolve(unknown) });
    await revoke();
    expect(screen.getByRole('alert').textContent).toContain(authReasons.inviteUnknown.sentence);
    expect(screen.getByRole('button', { name: /Revoke/ })).toBeTruthy();
  });
});
