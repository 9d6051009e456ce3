import { describe, expect, it } from '@jest/globals';
import { accepted, commonReasons, refused } from '@devchitchat/contracts';
import type { Connection } from './connection';
import { pages, wholeList } from './whole-list';

interface Asked {
  readonly msgId?: number;
  readonly after?: number;
}

/** A server with so many texts of a message, some at a time, that refuses after so many questions. */
function serverWith(most: number, atOnce: number, refusesAfter = Infinity) {
  const asked: Asked[] = [];
  const ask = (_name: string, { after = 0, ...rest }: Asked) => {
    asked.push({ ...rest, after });
    if (asked.length > refusesAfter) return Promise.resolve(refused(commonReasons.serverLate));
    const texts = Array.from({ length: most }, (_, at) => ({ ts: at + 1, text: '' })).filter(({ ts }) => ts > after);
    const revisions = texts.slice(0, atOnce);
    const next = revisions.length < texts.length ? (revisions.at(-1)?.ts ?? null) : null;
    return Promise.resolve(accepted({ revisions, next }));
  };
  return { asked, connection: { ask } as unknown as Connection };
}

const draft = { roomId: 'r_0000000000000001', msgId: 7 };
const whole = (connection: Connection) => wholeList(connection, 'msg.history', draft, ({ revisions }) => revisions);

describe('a list that comes in pages', () => {
  it('is asked for page after page, each after the one before and otherwise the same', async () => {
    const { asked, connection } = serverWith(5, 2);
    const reply = await whole(connection);
    expect(reply).toMatchObject({ ok: true, value: [{ ts: 1 }, { ts: 2 }, { ts: 3 }, { ts: 4 }, { ts: 5 }] });
    expect(asked).toEqual([0, 2, 4].map((after) => ({ ...draft, after })));
  });

  it('is one question where one page holds all of it', async () => {
    const { asked, connection } = serverWith(0, 2);
    expect(await whole(connection)).toEqual(accepted([]));
    expect(asked).toHaveLength(1);
  });

  it('ends with the refusal of a page, and what came before was given', async () => {
    const replies: boolean[] = [];
    for await (const { ok } of pages(serverWith(9, 2, 1).connection, 'msg.history', draft)) replies.push(ok);
    expect(replies).toEqual([true, false]);
    expect(await whole(serverWith(9, 2, 1).connection)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  });
});
