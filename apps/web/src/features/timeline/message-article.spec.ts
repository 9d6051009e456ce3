import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { messagingReasons, refused, type ClientMsgId, type Message, type RoomId } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { EditedMessage } from '../../client/drafts/edited-message';
import { Outbox } from '../../client/outbox/outbox';
import { SlowMode } from '../../client/outbox/slow-mode';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, cyd, garden, peopleHere, signedInAs } from '../../client/testing/people';
import { Quotes } from '../../client/timeline/quotes';
import type { OutboxEntry } from '../../client/unsent/outbox-policy';
import { inGerman } from '../../platform/language/testing/in-german';
import { EmojiHabits } from '../../platform/emoji/emoji-habits';
import { page } from '../../platform/testing/page';
import { MessageArticle } from './message-article';

const { render, screen, settled, user } = page();

const log = () => new RoomLog().joined(ada.userId).joined(bob.userId).said(ada.userId, 'Hello');
const messageOf = (written: RoomLog): Message => written.latest.messages.at(-1)!;
const robin = { ...cyd, isBot: true };

const unsent = {
  position: 1,
  clientMsgId: 'client-9' as ClientMsgId,
  roomId: garden.roomId,
  userId: bob.userId,
  composedAt: 1_000,
};
const { error: muted } = refused(messagingReasons.roomMuted, { leftMs: 60_000 });
const onItsWay: OutboxEntry = { ...unsent, kind: 'send', state: 'pending', text: 'Hello' };
const failed: OutboxEntry = { ...onItsWay, state: 'failed', refusal: muted };

describe('a message', () => {
  const entries = signal<readonly OutboxEntry[]>([]);
  const slow = signal<ReadonlyMap<RoomId, number>>(new Map());
  let reactions: unknown[];
  beforeEach(() => {
    entries.set([]);
    slow.set(new Map());
    reactions = [];
  });

  const shown = (
    message: Message | null,
    { entry = null, ...more }: { entry?: OutboxEntry | null; pinned?: boolean; moderates?: boolean } = {},
  ) =>
    render(MessageArticle, {
      inputs: {
        message,
        userId: message?.userId ?? bob.userId,
        ts: message?.ts ?? 1_000,
        text: message ? message.text : 'Hello',
        roomId: garden.roomId,
        replyTo: message?.replyTo ?? null,
        opensGroup: true,
        entry,
        moderates: false,
        pinned: false,
        ...more,
      },
      providers: [
        signedInAs(bob),
        peopleHere(ada, bob, robin),
        provideRouter([]),
        {
          provide: Outbox,
          useValue: {
            entries,
            react: (_: Message, emoji: string, on: boolean) => reactions.push([emoji, on]),
          },
        },
        { provide: SlowMode, useValue: { waits: slow } },
        { provide: EmojiHabits, useFactory: () => new EmojiHabits('bob') },
        { provide: Quotes, useValue: { at: () => signal(log().latest.messages[0]) } },
        { provide: Rooms, useValue: { held: signal(new Map()) } },
      ],
    });
  const article = () => screen.getByLabelText(/^(Ada|Bob|Cyd), /);
  /** The names of the buttons that appear once the pointer is on the message. */
  const offered = async () => {
    await user.hover(article());
    const toolbar = screen.queryByRole('toolbar');
    return [...(toolbar?.querySelectorAll('button:not(.quick)') ?? [])].map((button) =>
      button.getAttribute('aria-label'),
    );
  };

  it('is named after its author and its time', async () => {
    await shown(messageOf(log()));
    expect(article().getAttribute('aria-label')).toMatch(/^Ada, \d/);
    expect(screen.getByText('Hello')).toBeTruthy();
  });

  it('asks who its author is when their name is clicked', async () => {
    const { emitted } = await shown(messageOf(log()));
    await user.click(screen.getByRole('button', { name: 'Ada' }));
    expect(emitted.asksWho).toEqual([ada.userId]);
  });

  it('labels bots as bots and people not', async () => {
    const { fixture } = await shown(messageOf(log()));
    expect(screen.queryByText('bot')).toBeNull();
    fixture.componentRef.setInput('userId', robin.userId);
    await settled();
    expect(screen.getByText('bot')).toBeTruthy();
  });

  it.each([
    ['their handle', '@bob look', true],
    ['their handle in capitals', '@BOB look', true],
    ['another handle', '@ada look', false],
    ['their handle in code', '`@bob`', false],
  ])('is highlighted for a reader according to whether it mentions them: %s', async (_, text, isHighlighted) => {
    await shown(messageOf(log().said(ada.userId, text)));
    expect(article().classList.contains('mentions-me')).toBe(isHighlighted);
  });

  it('is highlighted for everyone but its author when it mentions everyone', async () => {
    const { fixture } = await shown(messageOf(log().said(ada.userId, '@everyone look')));
    expect(article().classList.contains('mentions-me')).toBe(true);
    fixture.componentRef.setInput('userId', bob.userId);
    await settled();
    expect(article().classList.contains('mentions-me')).toBe(false);
  });

  it('offers no editing and no deletion of messages of others', async () => {
    await shown(messageOf(log()));
    expect(await offered()).toEqual(['React', 'Reply', 'Pin', 'Mark as unread']);
  });

  it('offers its author to edit and delete it', async () => {
    await shown(messageOf(log().said(bob.userId, 'Hi')));
    expect(await offered()).toEqual(['React', 'Reply', 'Edit', 'Pin', 'Mark as unread', 'Delete']);
  });

  it('offers moderators to delete messages of others, but not to edit them', async () => {
    await shown(messageOf(log()), { moderates: true });
    expect(await offered()).toEqual(['React', 'Reply', 'Pin', 'Mark as unread', 'Delete']);
  });

  it('offers to unpin it while it is pinned', async () => {
    const { emitted } = await shown(messageOf(log()), { pinned: true });
    expect(await offered()).toContain('Unpin');
    await user.click(screen.getByRole('button', { name: 'Unpin' }));
    expect(emitted.chosen).toEqual(['unpin']);
  });

  it('opens its history from the mark of an edited message', async () => {
    const { emitted } = await shown(messageOf(log().edited(1, 'Hello!')));
    expect(await offered()).toContain('Edit history');
    await user.click(screen.getByText('edited'));
    expect(emitted.chosen).toEqual(['history']);
  });

  it('offers no history of a message that was edited before its import', async () => {
    await shown(messageOf(log().imported(ada.userId, 'Old', 500, 600)));
    expect(screen.getByText('edited').localName).toBe('span');
    expect(await offered()).not.toContain('Edit history');
  });

  it('offers nothing once it is deleted, and names the moderator and the reason', async () => {
    await shown(messageOf(log().deleted(1, bob.userId, 'Spam')), { moderates: true });
    expect(screen.getByText(/Bob.*Spam/)).toBeTruthy();
    expect(screen.queryByText('Hello')).toBeNull();
    expect(await offered()).toEqual([]);
  });

  it('names no one when its author deleted it', async () => {
    await shown(messageOf(log().deleted(1, ada.userId)));
    expect(document.querySelector('.erased')?.textContent).not.toContain('Ada');
  });

  it('acts on the key of an action while it is focused by keyboard', async () => {
    const { emitted } = await shown(messageOf(log()));
    article().tabIndex = 0;
    await user.tab();
    await user.keyboard('r');
    expect(emitted.chosen).toEqual(['reply']);
    await user.keyboard('{Control>}r{/Control}');
    expect(emitted.chosen).toHaveLength(1);
  });

  it('looks pinned while it is pinned, and edited while the reader edits it', async () => {
    const message = messageOf(log());
    await shown(message, { pinned: true });
    expect(screen.getByText('Pinned')).toBeTruthy();
    TestBed.inject(EditedMessage).msgId.set(message.msgId);
    await settled();
    expect(screen.getByText('Editing')).toBeTruthy();
    expect(article().classList.contains('editing')).toBe(true);
    TestBed.inject(EditedMessage).msgId.set(null);
    await settled();
    expect(screen.queryByText('Editing')).toBeNull();
  });

  it('is folded while it would fill a screen, and unfolds by its button or for the browser’s search', async () => {
    const { fixture } = await shown(messageOf(log().said(ada.userId, '>'.repeat(4_000))));
    const more = (name: string) => screen.getByRole('button', { name });
    expect(more('Show more').getAttribute('aria-expanded')).toBe('false');
    await user.click(more('Show more'));
    await user.click(more('Show less'));
    document.querySelector('.said')!.dispatchEvent(new Event('scroll'));
    await settled();
    expect(more('Show less').getAttribute('aria-expanded')).toBe('true');
    fixture.componentRef.setInput('text', 'short');
    await settled();
    expect(screen.queryByRole('button', { name: 'Show less' })).toBeNull();
  });

  it('jumps to the message that it replies to', async () => {
    const { emitted } = await shown(messageOf(log().said(ada.userId, 'Anyone?', 1)));
    await user.click(screen.getByRole('button', { name: /Ada Hello$/ }));
    expect(emitted.jumps).toEqual([1]);
  });

  it('counts reactions by emoji with the names of the people, and toggles the reader’s own', async () => {
    const reacted = log().reacted(ada.userId, 1, '👍').reacted(bob.userId, 1, '👍').reacted(ada.userId, 1, '🎉');
    await shown(messageOf(reacted));
    const both = screen.getByRole('button', { name: '👍, 2: Ada, Bob' });
    const one = screen.getByRole('button', { name: '🎉, 1: Ada' });
    expect([both, one].map((button) => button.getAttribute('aria-pressed'))).toEqual(['true', 'false']);
    await user.click(both);
    await user.click(one);
    expect(reactions).toEqual([
      ['👍', false],
      ['🎉', true],
    ]);
  });

  it('shows a reaction before the server confirms it', async () => {
    const message = messageOf(log());
    await shown(message);
    entries.set([{ ...unsent, kind: 'react', state: 'pending', msgId: message.msgId, emoji: '👍', on: true }]);
    await settled();
    expect(screen.getByRole('button', { name: '👍, 1: Bob' })).toBeTruthy();
  });

  it('shows its files alone if it has no text', async () => {
    const file = {
      fileId: 'f_5p1s8w3z7b2e6j9q' as never,
      name: 'a.txt',
      kind: 'other',
      type: 'x/y',
      bytes: 1,
    } as const;
    await shown({ ...messageOf(log()), text: '', files: [file] });
    expect(screen.getByRole('link', { name: 'Download a.txt' })).toBeTruthy();
    expect(article().querySelector('.text')).toBeNull();
  });

  it('offers no actions until the server has it', async () => {
    await shown(null, { entry: onItsWay });
    expect(await offered()).toEqual([]);
    expect(article().classList.contains('pending')).toBe(true);
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
  });

  it('says why it was refused, and offers to retry and to discard it', async () => {
    const { emitted } = await shown(null, { entry: failed });
    expect(screen.getByText(`Not sent. ${muted.message}`)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(emitted.retry).toEqual([failed]);
    expect(emitted.discard).toEqual([failed]);
  });

  it('says why it was refused in the language of the page, whatever it was when the server refused it', async () => {
    const speakEnglish = await inGerman();
    await shown(null, { entry: failed });
    expect(screen.getByText(/stummgeschaltet/)).toBeTruthy();
    await speakEnglish();
  });

  it('says why it was refused also when an earlier version stored it, as a sentence', async () => {
    const { refusal: _, ...stored } = failed;
    await shown(null, { entry: { ...stored, reason: 'You are muted here.' } });
    expect(screen.getByText('Not sent. You are muted here.')).toBeTruthy();
  });

  it('offers no retry of an edit whose message was deleted', async () => {
    const message = messageOf(log().deleted(1, ada.userId));
    const { msgId } = message;
    const edit: OutboxEntry = { ...unsent, kind: 'edit', state: 'failed', msgId, revision: 0, text: 'Hello, all' };
    await shown(message, { entry: edit });
    expect(screen.getByText(/Hello, all/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Discard' })).toBeTruthy();
  });

  it('can be discarded while slow mode holds it back', async () => {
    slow.set(new Map([[garden.roomId, 5]]));
    const { emitted } = await shown(null, { entry: onItsWay });
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(emitted.discard).toEqual([onItsWay]);
  });
});
