import { signal } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import type { RoomId } from '@devchitchat/contracts';
import { SlowMode } from '../../client/outbox/slow-mode';
import { garden } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { SlowModeLine } from './slow-mode-line';

const { render, screen, settled } = page();

const slow = { ...garden, slowModeSeconds: 30 };

/**
 * @param secondsFor this member's wait between two messages; 0 for a moderator
 */
function slowModeOf(secondsFor: number) {
  const waits = signal<ReadonlyMap<RoomId, number>>(new Map());
  return { waits, provider: { provide: SlowMode, useValue: { waits, secondsFor: () => secondsFor } } };
}

describe('the slow mode line', () => {
  it('is empty in a room without slow mode', async () => {
    await render(SlowModeLine, { inputs: { room: garden }, providers: [slowModeOf(0).provider] });
    expect(screen.getByRole('status', { name: 'Slow mode' }).textContent).toBe('');
  });

  it('tells a member how often they can send', async () => {
    await render(SlowModeLine, { inputs: { room: slow }, providers: [slowModeOf(30).provider] });
    expect(screen.getByRole('status').textContent).toBe('Slow mode: one message every 30 seconds.');
  });

  it('tells a moderator that members wait', async () => {
    await render(SlowModeLine, { inputs: { room: slow }, providers: [slowModeOf(0).provider] });
    expect(screen.getByRole('status').textContent).toBe('Slow mode: members wait 30 seconds between messages.');
  });

  it('counts down to the next message, and stops when the wait is over', async () => {
    const { waits, provider } = slowModeOf(30);
    await render(SlowModeLine, { inputs: { room: slow }, providers: [provider] });
    expect(screen.queryByRole('timer')).toBeNull();

    waits.set(new Map([[slow.roomId, performance.now() + 20_000]]));
    await settled();
    expect(screen.getByRole('timer').textContent).toBe('You can send your next message in 20 seconds.');

    waits.set(new Map());
    await settled();
    expect(screen.queryByRole('timer')).toBeNull();
  });
});
