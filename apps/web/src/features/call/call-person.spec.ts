import { signal } from '@angular/core';
import { fireEvent, within } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PeerId } from '@devchitchat/contracts';
import { Volume } from '../../client/call/media/volume';
import { CallActions } from '../../client/call/session/call-actions';
import type { Participant } from '../../client/call/session/participants';
import { ActiveSpeakers } from '../../client/call/state/active-speakers';
import { ada, peopleHere } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { CallPerson } from './call-person';

const { render, screen, settled, user } = page();

const person: Participant = {
  peerId: 'p_ada' as PeerId,
  userId: ada.userId,
  name: 'Ada',
  muted: false,
  deafened: false,
  problem: null,
};

describe('another participant of a call', () => {
  const peerIds = signal<ReadonlySet<PeerId>>(new Set());
  let reconnected: PeerId[];
  beforeEach(() => {
    localStorage.clear();
    peerIds.set(new Set());
    reconnected = [];
  });
  const shown = async (more: Partial<Participant> = {}) => {
    const { fixture } = await render(CallPerson, {
      inputs: { person: { ...person, ...more } },
      providers: [
        peopleHere(ada),
        { provide: ActiveSpeakers, useValue: { peerIds } },
        { provide: CallActions, useValue: { reconnect: (peerId: PeerId) => reconnected.push(peerId) } },
      ],
    });
    return fixture;
  };
  const slider = () => screen.queryByRole<HTMLInputElement>('slider', { name: 'Volume of Ada' });

  it('can be made louder and quieter', async () => {
    const fixture = await shown();
    expect(slider()?.value).toBe('100');
    fireEvent.input(slider()!, { target: { value: '150' } });
    await settled();
    expect(fixture.componentRef.injector.get(Volume).of(ada.userId)).toBe(150);
    expect(slider()?.getAttribute('aria-valuetext')).toBe('150 %');
  });

  it('is marked while they speak', async () => {
    const element = (await shown()).nativeElement as HTMLElement;
    expect(element.classList.contains('speaking')).toBe(false);
    peerIds.set(new Set([person.peerId]));
    await settled();
    expect(element.classList.contains('speaking')).toBe(true);
  });

  it('has the problem of the link instead of a volume, and a way to retry where that can help', async () => {
    await shown({ problem: { sentence: 'No connection to Ada.', canRetry: true } });
    expect(screen.getByRole('status').textContent).toBe('No connection to Ada.');
    expect(slider()).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(reconnected).toEqual([person.peerId]);
  });

  it('offers no retry while the link is still being made', async () => {
    await shown({ problem: { sentence: 'Connecting…', canRetry: false } });
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  const opened = () => user.click(screen.getByRole('button', { name: 'Ada: volume and connection' }));
  const dialog = () => within(screen.getByRole('dialog', { name: 'Ada' }));

  it('can be made louder after a tap, where a phone shows only their picture and name', async () => {
    const fixture = await shown();
    await opened();
    fireEvent.input(dialog().getByRole('slider', { name: 'Volume of Ada' }), { target: { value: '50' } });
    await settled();
    expect(fixture.componentRef.injector.get(Volume).of(ada.userId)).toBe(50);
    expect(dialog().getByText('Volume: 50 %')).toBeTruthy();
    await user.click(dialog().getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('has the problem of the link after a tap, too', async () => {
    await shown({ problem: { sentence: 'No connection to Ada.', canRetry: true } });
    await opened();
    expect(dialog().getByText('No connection to Ada.')).toBeTruthy();
    await user.click(dialog().getByRole('button', { name: 'Try again' }));
    expect(reconnected).toEqual([person.peerId]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
