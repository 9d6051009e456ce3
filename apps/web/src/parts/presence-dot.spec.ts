import { signal } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import type { PresenceState } from '@devchitchat/contracts';
import { Presence } from '../client/presence/presence';
import { ada } from '../client/testing/people';
import { page } from '../platform/testing/page';
import { PresenceDot } from './presence-dot';

const { render, screen, settled } = page();

describe('the dot of a person’s presence', () => {
  it('is missing while that is unknown, and then says it in words', async () => {
    const state = signal<PresenceState | undefined>(undefined);
    await render(PresenceDot, {
      inputs: { userId: ada.userId },
      providers: [{ provide: Presence, useValue: { of: () => state() } }],
    });
    expect(screen.queryByRole('img')).toBeNull();
    state.set('hidden');
    await settled();
    expect(screen.getByRole('img', { name: 'In the background' }).dataset['state']).toBe('hidden');
  });
});
