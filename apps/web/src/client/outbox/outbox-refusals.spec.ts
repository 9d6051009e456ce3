import { describe, expect, it } from '@jest/globals';
import { commonReasons, messagingReasons, refused } from '@devchitchat/contracts';
import { ada, lobby } from '@devchitchat/contracts/testing';
import { message, outboxPage } from './testing/outbox-page';

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

  describe.each([
    ['muted', refused(messagingReasons.roomMuted, { leftMs: 40 })],
    ['banned, or whose room was deleted', refused(messagingReasons.roomUnknown)],
  ])('who was %s meanwhile', (_, reply) => {
    it('gets every waiting message back as a draft, before what they began since', async () => {
      opened.page.reply = reply;
      opened.page.outbox.compose(lobby, 'one', { replyTo: 7 });
      opened.page.outbox.compose(lobby, 'two');
      opened.page.drafts.write(lobby, 'three');
      await opened.page.become(ada);
      expect(opened.page.outbox.entries()).toEqual([]);
      expect(opened.page.drafts.begun(lobby)).toMatchObject({ text: 'one\n\ntwo\n\nthree', replyTo: 7 });
      await opened.page.settle();
      expect(opened.page.asked).toHaveLength(1);
    });

    it('gets an edit back as the draft of its message, beside that of a new one', async () => {
      opened.page.reply = reply;
      opened.page.drafts.write(lobby, 'new');
      opened.page.outbox.edit(message, 'better');
      await opened.page.become(ada);
      expect(opened.page.outbox.entries()).toEqual([]);
      const edits = { msgId: message.msgId, revision: 0 };
      expect(opened.page.drafts.shown(lobby)).toMatchObject({ text: 'better', edits, isTouched: true });
      expect(opened.page.drafts.begun(lobby)?.text).toBe('new');
      expect(opened.page.drafts.textsIn(lobby)).toEqual(['new', 'better']);
      opened.page.drafts.discard(lobby);
      expect(opened.page.drafts.textsIn(lobby)).toEqual([]);
    });

    it('keeps the edit that they began since', async () => {
      opened.page.reply = reply;
      opened.page.outbox.edit(message, 'better');
      opened.page.drafts.edit(message);
      opened.page.drafts.write(lobby, 'best');
      await opened.page.become(ada);
      expect(opened.page.outbox.entries()).toEqual([]);
      expect(opened.page.drafts.textsIn(lobby)).toEqual(['best']);
    });

    it('is told that a reaction was not saved', async () => {
      opened.page.reply = reply;
      opened.page.outbox.react(message, '👍', true);
      await opened.page.become(ada);
      expect(opened.page.outbox.entries()).toMatchObject([{ kind: 'react', state: 'failed' }]);
    });
  });

  it('whose account is disabled finds the messages as drafts when it is enabled again', async () => {
    opened.page.waits.set(new Map([[lobby, 60_000]]));
    opened.page.outbox.compose(lobby, 'one');
    opened.page.outbox.compose(lobby, 'two');
    await opened.page.become(ada);
    opened.page.disabling.set({ reason: '' });
    await opened.page.become(null);
    opened.page.disabling.set(null);
    opened.page.waits.set(new Map());
    await opened.page.become(ada);
    expect(opened.page.asked).toEqual([]);
    expect(opened.page.outbox.entries()).toEqual([]);
    expect(opened.page.drafts.begun(lobby)?.text).toBe('one\n\ntwo');
  });

  it('whose session only ends has them sent after the next sign-in', async () => {
    opened.page.waits.set(new Map([[lobby, 60_000]]));
    opened.page.outbox.compose(lobby, 'later');
    await opened.page.become(ada);
    await opened.page.become(null);
    opened.page.waits.set(new Map());
    await opened.page.become(ada);
    expect(opened.page.asked).toMatchObject([{ text: 'later' }]);
  });
});
