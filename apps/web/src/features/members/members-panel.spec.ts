import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PresenceState, User, UserId } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Directs } from '../../client/directs/directs';
import { Presence } from '../../client/presence/presence';
import { type HeldRoom, withRoomSnapshot } from '../../client/rooms/held-room';
import { ada, bob, cyd, memberOf, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { MembersPanel } from './members-panel';

const { render, screen, settled, user } = page();

const empty = withRoomSnapshot(undefined, new RoomLog().latest);
const kitchen: HeldRoom = {
  ...empty,
  room: { ...empty.room, name: 'kitchen', createdBy: bob.userId },
  members: [memberOf(cyd), memberOf(bob, 'owner'), memberOf(ada, 'mod')],
};
const robin = { ...cyd, isBot: true };

describe('the panel of members', () => {
  const states = signal<ReadonlyMap<UserId, PresenceState>>(new Map());
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
    states.set(
      new Map([
        [ada.userId, 'active'],
        [bob.userId, 'idle'],
      ]),
    );
  });
  /** `cyd` is offline, unless nothing is known of anyone. */
  const stateOf = (userId: UserId): PresenceState | null =>
    states().size === 0 ? null : (states().get(userId) ?? 'offline');
  const opened = (me: User, held = kitchen, people: readonly User[] = [ada, bob, cyd]) =>
    render(MembersPanel, {
      inputs: { held },
      providers: [
        connection.provider,
        signedInAs(me),
        peopleHere(...people),
        provideRouter([]),
        { provide: Presence, useValue: { of: stateOf } },
        { provide: Directs, useValue: {} },
      ],
    });
  const list = (name: string) =>
    [...(screen.queryByRole('list', { name })?.children ?? [])].map((row) => row.querySelector('b')?.textContent);
  const row = (name: string) => screen.getByText(name, { selector: 'b' }).closest('li')!;
  const marks = (name: string) => [...row(name).querySelectorAll('.role')].map((mark) => mark.textContent);

  it('lists online members before offline ones, each group by name', async () => {
    await opened(bob);
    expect(list('Online')).toEqual(['Ada', 'Bob']);
    expect(list('Offline')).toEqual(['Cyd']);
  });

  it('lists all together while the presence is unknown', async () => {
    states.set(new Map());
    await opened(bob);
    expect(screen.queryByRole('list', { name: 'Offline' })).toBeNull();
    expect(screen.getAllByRole('listitem').map((item) => item.querySelector('b')?.textContent)).toEqual([
      'Ada',
      'Bob',
      'Cyd',
    ]);
  });

  it('moves a member who comes online', async () => {
    await opened(bob);
    states.update((before) => new Map([...before, [cyd.userId, 'active']]));
    await settled();
    expect(list('Online')).toEqual(['Ada', 'Bob', 'Cyd']);
    expect(screen.queryByRole('list', { name: 'Offline' })).toBeNull();
  });

  it('marks roles, bots and muted members, and whose row is the reader’s', async () => {
    const mute = { userId: cyd.userId, by: bob.userId, ts: 1_000, reason: null, until: Date.now() + 60_000 };
    await opened(bob, { ...kitchen, mutes: [mute] }, [ada, bob, robin]);
    expect(marks('Ada')).toEqual(['moderator']);
    expect(marks('Bob')).toEqual(['owner']);
    expect(marks('Cyd')).toEqual(['bot', 'muted']);
    expect(row('Bob').textContent).toContain('@bob · you');
    expect(row('Cyd').textContent).not.toContain('you');
  });

  it('marks no one whose mute is over, and disabled accounts as disabled', async () => {
    const mute = { userId: cyd.userId, by: bob.userId, ts: 1_000, reason: null, until: 2_000 };
    await opened(bob, { ...kitchen, mutes: [mute] }, [ada, bob, { ...cyd, active: false, disabled: true }]);
    expect(marks('Cyd')).toEqual(['disabled']);
  });

  it('marks the admins who run a room without an owner, and says that they do', async () => {
    await opened(bob, { ...kitchen, members: [memberOf(ada), memberOf(bob)] });
    expect(marks('Ada')).toEqual(['admin']);
    expect(marks('Bob')).toEqual([]);
    expect(document.querySelector('.note')?.textContent).toContain('admins');
  });

  it('says of a room with an owner nothing about admins', async () => {
    await opened(bob);
    expect(document.querySelector('.note')).toBeNull();
  });

  it('shows bans to moderators only, and lifts them', async () => {
    const ban = { userId: cyd.userId, by: ada.userId, ts: 1_000, reason: 'Spam' };
    const held = { ...kitchen, members: [memberOf(bob, 'owner'), memberOf(ada)], bans: [ban] };
    connection.refuses('member.unban', 'The server is busy.');
    await opened(bob, held);
    expect(list('Banned')).toEqual(['Cyd']);
    expect(row('Cyd').textContent).toMatch(/Ada: Spam/);
    await user.click(screen.getByRole('button', { name: 'Unban Cyd' }));
    const draft = { roomId: held.room.roomId, userId: cyd.userId };
    expect(connection.asked).toEqual([{ name: 'member.unban', draft }]);
    expect(screen.getByRole('alert').textContent).toBe('The server is busy.');
  });

  it('shows no bans to members', async () => {
    const ban = { userId: cyd.userId, by: ada.userId, ts: 1_000, reason: null };
    await opened(ada, { ...kitchen, members: [memberOf(bob, 'owner'), memberOf(ada)], bans: [ban] });
    expect(list('Banned')).toEqual([]);
  });

  it('says why an action on a member failed', async () => {
    connection.refuses('member.set_role', 'Only the owner gives roles.');
    await opened(bob);
    await user.click(screen.getByRole('button', { name: 'Actions for Cyd' }));
    await user.click(screen.getByRole('menuitem', { name: 'Make moderator' }));
    expect(screen.getByRole('alert').textContent).toBe('Only the owner gives roles.');
  });

  it('closes', async () => {
    const { emitted } = await opened(bob);
    await user.click(screen.getByRole('button', { name: 'Close members' }));
    expect(emitted.closed).toHaveLength(1);
  });
});
