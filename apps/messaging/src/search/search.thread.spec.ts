import { silentLogger } from '@devchitchat/service-kit';
import { MessagingFile } from '../testing/messaging-file';
import { ada } from '../testing/people';
import type { SearchPlan } from './plan';
import { parseQuery } from './search-query';
import { SearchThread } from './search.thread';

it('finds what is committed, takes no more than it can, and answers nobody once it ends', async () => {
  await using messaging = await MessagingFile.open();
  const roomId = await messaging.room('public', 'kitchen', [ada]);
  const thread = new SearchThread(messaging.database.sqlite, silentLogger);
  const plan: SearchPlan = {
    terms: parseQuery('needle').terms,
    rooms: [{ roomId, historyStart: 1 }],
    facts: [],
    since: 0,
    until: Number.MAX_SAFE_INTEGER,
    pinned: false,
    sort: 'best',
    offset: 0,
    limit: 20,
  };
  expect(await thread.find(plan)).toEqual({ hits: [], more: false, complete: true });
  await messaging.send(ada, roomId, 'a needle');
  expect(await thread.find(plan)).toEqual({ hits: [{ msgId: 1, revision: 0 }], more: false, complete: true });
  const later = { ...plan, rooms: [{ roomId, historyStart: 2 }] };
  expect(await thread.find(later)).toMatchObject({ hits: [] });

  const many = await Promise.all(Array.from({ length: 40 }, () => thread.find(plan)));
  expect(many.filter((finding) => finding === null)).toHaveLength(8);
  const cut = thread.find(plan);
  await thread.onModuleDestroy();
  expect(await cut).toBeNull();
  expect(await thread.find(plan)).toMatchObject({ hits: [{ msgId: 1 }] });
  await thread.onModuleDestroy();
});
