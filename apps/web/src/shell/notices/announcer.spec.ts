import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ClientMsgId, RoomId, User } from '@devchitchat/contracts';
import { Calls } from '../../client/call/state/calls';
import { CurrentCall } from '../../client/call/state/current-call';
import { Outbox } from '../../client/outbox/outbox';
import { ada, bob, cyd, garden, peopleHere, signedInAs } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { Announcer } from './announcer';

const { render, settled } = page();

const { roomId } = garden;

describe('the announcer for screen readers', () => {
  const byRoom = signal<ReadonlyMap<RoomId, { peers: readonly Pick<User, 'userId'>[] }>>(new Map());
  const entries = signal<readonly { state: 'pending' | 'failed'; clientMsgId: ClientMsgId }[]>([]);
  let currentCall: CurrentCall;
  beforeEach(() => {
    byRoom.set(new Map());
    entries.set([]);
    currentCall = new CurrentCall();
  });
  const shown = async () => {
    const { fixture } = await render(Announcer, {
      providers: [
        signedInAs(bob),
        peopleHere(ada, bob, cyd),
        { provide: CurrentCall, useValue: currentCall },
        { provide: Calls, useValue: { byRoom } },
        { provide: Outbox, useValue: { entries } },
      ],
    });
    return fixture.nativeElement as HTMLElement;
  };
  const inCall = async (...people: readonly User[]) => {
    byRoom.set(new Map([[roomId, { peers: people }]]));
    await settled();
  };
  const unsent = (number: number, state: 'pending' | 'failed') => ({
    state,
    clientMsgId: `client-${String(number)}` as ClientMsgId,
  });

  it('is silent at first, and a polite live region', async () => {
    entries.set([unsent(1, 'failed')]);
    const region = await shown();
    expect(region.getAttribute('aria-live')).toBe('polite');
    expect(region.textContent).toBe('');
  });

  it('announces that the user is in the call, and that they left it', async () => {
    const region = await shown();
    currentCall.join(roomId);
    await settled();
    const joined = region.textContent;
    expect(joined).not.toBe('');
    currentCall.leave();
    await settled();
    expect(region.textContent).not.toBe('');
    expect(region.textContent).not.toBe(joined);
  });

  it('leaves it to the notice of a call that ended to say so', async () => {
    const region = await shown();
    currentCall.join(roomId);
    await settled();
    currentCall.end(roomId, { endedBy: ada.userId });
    await settled();
    expect(region.textContent).toBe('');
  });

  it('announces others who join and leave the user’s call, but not the user', async () => {
    const region = await shown();
    currentCall.join(roomId);
    await inCall(bob);
    const before = region.textContent;
    await inCall(bob, ada);
    expect(region.textContent).toBe('Ada joined the call.');
    expect(region.textContent).not.toBe(before);
    await inCall(bob, cyd);
    expect(region.textContent).toBe('Cyd joined the call. Ada left the call.');
    await inCall(cyd);
    expect(region.textContent).toBe('Cyd joined the call. Ada left the call.');
  });

  it('announces no one in calls that the user is not in', async () => {
    const region = await shown();
    await inCall(ada, cyd);
    expect(region.textContent).toBe('');
  });

  it('announces how many messages could not be sent, each once', async () => {
    const region = await shown();
    entries.set([unsent(1, 'pending'), unsent(2, 'pending'), unsent(3, 'pending')]);
    await settled();
    expect(region.textContent).toBe('');
    entries.set([unsent(1, 'failed'), unsent(2, 'failed'), unsent(3, 'pending')]);
    await settled();
    expect(region.textContent).toMatch(/^2 messages/);
    entries.set([unsent(1, 'failed'), unsent(2, 'failed'), unsent(3, 'failed')]);
    await settled();
    expect(region.textContent).toMatch(/^(1|One|A) message\b/i);
  });
});
