import { describe, expect, it } from '@jest/globals';
import type { Mute } from '@devchitchat/contracts';
import type { HeldRoom } from '../../client/rooms/held-room';
import { ada, bob, cyd, peopleHere, signedInAs } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { MutedNotice } from './muted-notice';

const { render, screen } = page();

describe('the notice of a mute', () => {
  const opened = (...mutes: readonly Partial<Mute>[]) =>
    render(MutedNotice, {
      inputs: {
        held: { mutes: mutes.map((mute) => ({ by: ada.userId, reason: null, ...mute })) } as unknown as HeldRoom,
      },
      providers: [signedInAs(bob), peopleHere(ada, bob, cyd)],
    });
  const soon = () => Date.now() + 600_000;

  it('shows the moderator, the reason and the end', async () => {
    await opened({ userId: bob.userId, until: soon(), reason: 'Let others finish' });
    expect(screen.getByRole('status').textContent).toMatch(/Ada muted you.*Reason: Let others finish/);
  });

  it("ignores other users' mutes and expired ones", async () => {
    await opened({ userId: cyd.userId, until: soon() }, { userId: bob.userId, until: Date.now() - 1 });
    expect(screen.queryByRole('status')).toBeNull();
  });
});
