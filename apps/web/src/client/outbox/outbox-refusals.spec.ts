import { describe, expect, it } from '@jest/globals';
import { commonReasons, messagingReasons, refused } from '@devchitchat/contracts';
import { ada, lobby } from '@devchitchat/contracts/testing';
import { outboxPage } from './testing/outbox-page';

describe('the outbox of a user who may not send yet', () => {
  const opened = outboxPage();

  it.each([
    ['slow mode', refused(messagingReasons.roomSlowMode, { everyMs: 300_000, waitMs: 40 }, 40), [40]],
    ["the gateway's rate limit", refused(commonReasons.rateTooFast, { burst: 30, perMinute: 120, waitMs: 40 }, 40), []],
  ])('keeps a message that %s refuses; only slow mode starts its countdown', async (_, reply, waits) => {
    opened.page.reply = reply;
    opened.page.outbox.compose(lobby, 'too soon');
    await opened.page.become(ada);
    expect(opened.page.slowWaits).toEqual(waits);
    expect(opened.page.outbox.entries()).toMatchObject([{ text: 'too soon', state: 'pending' }]);
    await opened.page.become(null);
  });

  it('keeps a message while its author may send nothing, and sends it afterwards', async () => {
    const rooms = new Map([[lobby, 60_000]]);
    opened.page.waits.set(rooms);
    opened.page.outbox.compose(lobby, 'later');
    await opened.page.become(ada);
    expect([opened.page.asked, opened.page.outbox.entries()]).toMatchObject([
      [],
      [{ text: 'later', state: 'pending' }],
    ]);
    opened.page.waits.set(new Map());
    opened.page.flush();
    await opened.page.settle();
    expect(opened.page.asked).toMatchObject([{ text: 'later' }]);
    await opened.page.become(null);
  });

  it('keeps a message that a mute refuses of which this page has not heard', async () => {
    opened.page.reply = refused(messagingReasons.roomMuted, { leftMs: 40 });
    opened.page.outbox.compose(lobby, 'later');
    await opened.page.become(ada);
    expect(opened.page.outbox.entries()).toMatchObject([{ text: 'later', state: 'pending' }]);
    await opened.page.become(null);
  });
});
