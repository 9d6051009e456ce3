import { describe, expect, it } from '@jest/globals';
import { accepted, commonReasons, refused } from '@devchitchat/contracts';
import type { Connection } from './connection';
import { pages, wholeList } from './whole-list';

interface Asked {
  readonly msgId?: number;
  readonly after?: number;
}

/** A server with `total` revisions of a message, `atOnce` per page, that refuses after `refusesAfter` requests. */
function serverWith(total: number, atOnce: number, refusesAfter = Infinity) {
  const asked: Asked[] = [];
  const ask = (_name: string, { after = 0, ...rest }: Asked) => {
    asked.push({ ...rest, after });
    if (asked.length > refusesAfter) return Promise.resolve(refused(commonReasons.serverLate));
    const texts = Array.from({ length: total }, (_, at) => ({ ts: at + 1, text: '' })).filter(({ ts }) => ts > after);
    const revisions = texts.slice(0, atOnce);
    const next = revisions.length < texts.length ? (revisions.at(-1)?.ts ?? null) : null;
    return Promise.resolve(accepted({ revisions, next }));
  };
  return { asked, connection: { ask } as unknown as Connection };
}

const draft = { roomId: 'r_0000000000000001', msgId: 7 };
const whole = (connection: Connection) => wholeList(connection, 'msg.history', draft, ({ revisions }) => revisions);

describe('a paged reply', () => {
  it('is requested page after page, each after the previous one and otherwise the same', async () => {
    const { asked, connection } = serverWith(5, 2);
    const reply = await whole(connection);
    expect(reply).toMatchObject({ ok: true, value: [{ ts: 1 }, { ts: 2 }, { ts: 3 }, { ts: 4 }, { ts: 5 }] });
    expect(asked).toEqual([0, 2, 4].map((after) => ({ ...draft, after })));
  });

  it('takes one request if one page holds all items', async () => {
    const { asked, connection } = serverWith(0, 2);
    expect(await whole(connection)).toEqual(accepted([]));
    expect(asked).toHaveLength(1);
  });

  it('ends with the refusal of a page, after yielding the pages before it', async () => {
    const replies: boolean[] = [];
    for await (const { ok } of pages(serverWith(9, 2, 1).connection, 'msg.history', draft)) replies.push(ok);
    expect(replies).toEqual([true, false]);
    expect(await whole(serverWith(9, 2, 1).connection)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  });
});
