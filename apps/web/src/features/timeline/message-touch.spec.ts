import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Outbox } from '../../client/outbox/outbox';
import { SlowMode } from '../../client/outbox/slow-mode';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, garden, peopleHere, signedInAs } from '../../client/testing/people';
import { Quotes } from '../../client/timeline/quotes';
import { EmojiHabits } from '../../platform/emoji/emoji-habits';
import { page } from '../../platform/testing/page';
import { MessageArticle } from './message-article';
import { MessageSheet } from './message-sheet';

const { render, screen, settled, user } = page();

const said = new RoomLog().joined(ada.userId).joined(bob.userId).said(ada.userId, 'Look https://one.example');
const message = said.latest.messages[0]!;
let reacted: unknown[];
const providers = [
  signedInAs(bob),
  peopleHere(ada, bob),
  {
    provide: Outbox,
    useValue: { entries: signal([]), react: (_: unknown, ...rest: readonly unknown[]) => reacted.push(rest) > 0 },
  },
  { provide: SlowMode, useValue: { waits: signal(new Map()) } },
  { provide: EmojiHabits, useFactory: () => new EmojiHabits('bob') },
  { provide: Quotes, useValue: {} },
  { provide: Rooms, useValue: { held: signal(new Map()) } },
];

beforeEach(() => {
  localStorage.clear();
  reacted = [];
});

describe('a message under a finger', () => {
  const shown = async () => {
    const inputs = {
      message,
      userId: ada.userId,
      ts: message.ts,
      text: message.text,
      roomId: garden.roomId,
      replyTo: null,
      opensGroup: true,
      entry: null,
      moderates: false,
      pinned: false,
    };
    const { emitted } = await render(MessageArticle, { inputs, providers });
    return emitted.chosen;
  };
  const article = () => screen.getByLabelText(/^Ada, /);
  const bar = () => screen.queryByRole('toolbar');
  const tap = (target: Element) =>
    user.pointer([
      { keys: '[TouchA>]', target },
      { keys: '[/TouchA]', target },
    ]);

  it('offers its actions in a sheet, and keeps no bar where the finger was', async () => {
    const chosen = await shown();
    article().tabIndex = -1;
    await tap(screen.getByText(/^Look/));
    expect(chosen).toEqual(['sheet']);
    expect(bar()).toBeNull();
  });

  it('offers them after a long press too, instead of the browser’s menu', async () => {
    const chosen = await shown();
    const target = screen.getByText(/^Look/);
    await user.pointer({ keys: '[TouchA>]', target });
    const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
    target.dispatchEvent(menu);
    await settled();
    expect([chosen, menu.defaultPrevented]).toEqual([['sheet'], true]);
  });

  it('leaves links, names and the browser’s menu of a mouse alone', async () => {
    const chosen = await shown();
    await tap(screen.getByRole('link'));
    await tap(screen.getByRole('button', { name: 'Ada' }));
    await user.pointer({ keys: '[MouseRight>]', target: article() });
    const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
    article().dispatchEvent(menu);
    expect([chosen, menu.defaultPrevented]).toEqual([[], false]);
  });

  it('opens nothing for a tap that only closes the keyboard', async () => {
    const chosen = await shown();
    const field = document.body.appendChild(document.createElement('textarea'));
    field.focus();
    await tap(screen.getByText(/^Look/));
    field.remove();
    expect(chosen).toEqual([]);
  });

  it('shows its bar to a mouse and to the keyboard', async () => {
    const chosen = await shown();
    await user.hover(article());
    expect(bar()).not.toBeNull();
    await user.unhover(article());
    article().tabIndex = 0;
    article().focus();
    await settled();
    expect(bar()).not.toBeNull();
    expect(chosen).toEqual([]);
  });
});

describe('the sheet of a message', () => {
  const shown = () => render(MessageSheet, { inputs: { message, moderates: true, pinned: true }, providers });
  const names = () => screen.getAllByRole('listitem').map((item) => item.textContent.trim());

  it('has every action of the message in words, and its text to copy', async () => {
    const { emitted } = await shown();
    expect(names()).toEqual(['React', 'Reply', 'Unpin', 'Mark as unread', 'Copy text', 'Delete']);
    await user.click(screen.getByRole('button', { name: 'Reply' }));
    expect(emitted.chosen).toEqual(['reply']);
    await user.click(screen.getByRole('button', { name: 'Copy text' }));
    expect(await navigator.clipboard.readText()).toBe(message.text);
    expect(emitted.closed).toHaveLength(1);
  });

  it('reacts with one tap', async () => {
    const { emitted } = await shown();
    await user.click(screen.getByRole('button', { name: '❤️' }));
    expect(reacted).toEqual([['❤️', true]]);
    expect(emitted.closed).toHaveLength(1);
  });
});
