import { kitchen } from '../testing/history';
import { ada, bob } from '../testing/people';
import { PendingWatermarks } from './watermarks';

it('keeps the highest of each person and room until it is taken', () => {
  const pending = new PendingWatermarks();
  const mark = (userId: typeof ada, afterSeq: number) => ({ userId, roomId: kitchen, afterSeq });
  for (const each of [mark(ada, 3), mark(ada, 5), mark(ada, 4), mark(bob, 1)]) pending.raise(each);
  expect(pending.take()).toEqual([mark(ada, 5), mark(bob, 1)]);
  expect(pending.take()).toEqual([]);
});
