import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Message, RoomId } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { ada, garden, peopleHere } from '../client/testing/people';
import { Quotes } from '../client/timeline/quotes';
import { page } from '../platform/testing/page';
import { QuotedLine } from './quoted-line';

const { render, screen, settled } = page();

const said = (text: string): Message => new RoomLog().joined(ada.userId).said(ada.userId, text).latest.messages[0]!;

describe('a quoted message in one line', () => {
  const message = signal<Message | undefined>(undefined);
  let fetched: unknown[];
  beforeEach(() => {
    message.set(undefined);
    fetched = [];
  });
  const shown = async () => {
    const quotes = { at: () => message, fetch: (...which: [RoomId, number]) => Promise.resolve(fetched.push(which)) };
    const { fixture } = await render(QuotedLine, {
      inputs: { roomId: garden.roomId, seq: 1 },
      providers: [peopleHere(ada), { provide: Quotes, useValue: quotes }],
    });
    return () => (fixture.nativeElement as HTMLElement).textContent.trim();
  };

  it('names the author and leaves out formatting, spoilers and line breaks', async () => {
    message.set(said('**one**\ntwo ||secret||'));
    const text = await shown();
    expect(text()).toBe('Ada one two [Spoiler]');
    expect(fetched).toEqual([]);
  });

  it('fetches a message that the browser does not hold', async () => {
    const text = await shown();
    expect(text()).toBe('An earlier message');
    expect(fetched).toEqual([[garden.roomId, 1]]);
    message.set(said('found'));
    await settled();
    expect(text()).toBe('Ada found');
  });

  it('says that a message was deleted', async () => {
    message.set({ ...said('gone'), text: null });
    await shown();
    expect(screen.getByText('This message was deleted.')).toBeTruthy();
  });

  it('shows only the beginning of a long message', async () => {
    message.set(said('x'.repeat(1_000)));
    const text = await shown();
    expect(text()).toHaveLength('Ada '.length + 300);
  });
});
