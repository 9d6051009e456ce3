import { describe, expect, it } from '@jest/globals';
import type { UserId } from '@devchitchat/contracts';
import { ada, bob, cyd, peopleHere } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { SeenBy } from './seen-by';

const { render, screen } = page();

const dan = { ...cyd, userId: 'u_dddddddddddddddd' as UserId, handle: 'dan', displayName: 'Dan' };
const everyone = [ada, bob, cyd, dan];

describe('the readers of a message', () => {
  const shown = (count: number) =>
    render(SeenBy, {
      inputs: { userIds: everyone.slice(0, count).map(({ userId }) => userId) },
      providers: [peopleHere(...everyone)],
    });

  it('are listed by name if they are few', async () => {
    await shown(2);
    expect(screen.getByText('Seen by Ada and Bob')).toBeTruthy();
  });

  it('are counted otherwise, and listed on demand', async () => {
    await shown(4);
    expect(screen.getByText('Seen by 4 people')).toBeTruthy();
    expect(document.querySelectorAll('li')).toHaveLength(4);
  });
});
