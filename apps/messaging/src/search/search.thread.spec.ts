import { silentLogger } from '@devchitchat/service-kit';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob } from '../testing/people';
import type { SearchPlan } from './plan';
import { parseQuery } from './search-query';
import { SearchThread } from './search.thread';

it('the search thread finds committed messages, limits waiting searches, and refuses new ones once it ends', async () => {
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
  const find = (who = ada) => thread.find(plan, messaging.as(who));
  expect(await find()).toEqual({ ok: true, value: { hits: [], more: false, complete: true } });
  await messaging.send(ada, roomId, 'a needle');
  expect(await find()).toMatchObject({
    value: { hits: [{ msgId: 1, revision: 0, snippet: 'a \u0001needle\u0002' }], more: false, complete: true },
  });
  const later = { ...plan, rooms: [{ roomId, historyStart: 2 }] };
  expect(await thread.find(later, messaging.as(ada))).toMatchObject({ value: { hits: [] } });

  // One search runs, four wait. A person at their limit takes no slots from others.
  const greedy = Array.from({ length: 40 }, () => find());
  const other = find(bob);
  const late = { ...messaging.as(bob), isAwaited: () => false };
  expect(await thread.find(plan, late)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  expect(await other).toMatchObject({ ok: true });
  const refusals = (await Promise.all(greedy)).flatMap((reply) => (reply.ok ? [] : [reply.error]));
  expect(refusals).toHaveLength(35);
  expect(refusals[0]).toMatchObject({ code: 'rate_limited', retryAfterMs: 1_000 });

  const cut = find();
  await thread.onModuleDestroy();
  expect(await cut).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  expect(await find()).toMatchObject({ value: { hits: [{ msgId: 1 }] } });
  await thread.onModuleDestroy();
});
