import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Refusal } from '@devchitchat/contracts';
import { UnsentEntries } from '../../client/outbox/unsent-entries';
import { ada, signedInAs } from '../../client/testing/people';
import { Connection, type ConnectionState } from '../../client/connection/connection';
import { page } from '../../platform/testing/page';
import { ConnectionStatus } from './connection-status';

const { render, screen, settled } = page();

describe('the connection status', () => {
  const state = signal<ConnectionState>('online');
  const refusal = signal<Pick<Refusal, 'message'> | null>(null);
  const pending = signal<readonly object[]>([]);
  beforeEach(async () => {
    state.set('online');
    refusal.set(null);
    pending.set([]);
    await render(ConnectionStatus, {
      providers: [
        signedInAs(ada),
        { provide: Connection, useValue: { state, refusal } },
        { provide: UnsentEntries, useValue: { pending } },
      ],
    });
  });
  const status = () => screen.getByRole('status', { name: 'Connection' });

  it('is hidden while the connection works', () => {
    expect(status().classList.contains('quiet')).toBe(true);
  });

  it('reports that the browser is offline, and that unsent messages wait', async () => {
    state.set('offline');
    await settled();
    expect(status().classList.contains('quiet')).toBe(false);
    expect(status().textContent).toMatch(/^You’re offline\. .*sent later/);

    pending.set([{}, {}]);
    await settled();
    expect(status().textContent).toMatch(/2 unsent messages/);
  });

  it('says nothing to a stranger, who was never signed in', async () => {
    state.set('signed-out');
    await settled();
    expect(status().textContent).toBe('');
  });

  it('shows why the server refuses this browser', async () => {
    state.set('reconnecting');
    refusal.set({ message: 'The server is full.' });
    await settled();
    expect(status().textContent).toMatch(/^The server is full\./);
  });
});
