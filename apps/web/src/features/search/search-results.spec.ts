import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { messagingEvents, type AnyEvent, type Message, type RoomId } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { type HeldRoom, withRoomSnapshot } from '../../client/rooms/held-room';
import { RoomNames } from '../../client/rooms/room-names';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { SearchHighlight } from '../../client/timeline/search-highlight';
import { page } from '../../platform/testing/page';
import { SearchResults } from './search-results';

const { render, screen, settled, user } = page();

const log = new RoomLog().joined(bob.userId).said(ada.userId, 'The keys').said(bob.userId, 'Whose keys?');
const here = withRoomSnapshot(undefined, log.latest);
const [first, second] = log.latest.messages as [Message, Message];
const hit = (message: Message) => ({ message, snippet: message.text!.replace('keys', '\u0001keys\u0002') });
const answer = { hits: [hit(first), hit(second)], more: false, complete: true, unknown: [] };

describe('the results of a search', () => {
  const held = signal<ReadonlyMap<RoomId, HeldRoom>>(new Map());
  let connection: ScriptedConnection;
  let kept: unknown[];
  beforeEach(() => {
    held.set(new Map([[here.room.roomId, here]]));
    connection = new ScriptedConnection();
    kept = [];
  });
  const shown = (text = 'keys') =>
    render(SearchResults, {
      inputs: { text, here },
      providers: [
        connection.provider,
        signedInAs(bob),
        peopleHere(ada, bob),
        provideRouter([{ path: '**', children: [] }]),
        RoomNames,
        { provide: Rooms, useValue: { held } },
        {
          provide: SearchHighlight,
          useValue: {
            keep: ({ seq }: Message, words: readonly string[]) => kept.push([seq, words]),
            clear: () => kept.push('cleared'),
          },
        },
      ],
    });
  const links = () => screen.queryAllByRole('link');
  const drafts = () => connection.asked.map(({ draft }) => draft);
  const newest = () => screen.getByRole('button', { name: /^Newest/ });

  it('lead to the messages, whose matches are marked', async () => {
    connection.accepts('search.query', answer);
    const { emitted } = await shown();
    expect(drafts()).toEqual([expect.objectContaining({ text: 'keys', sort: 'best', offset: 0 })]);
    expect(links().map((link) => link.getAttribute('href'))).toEqual([
      `/room/${here.room.roomId}?at=1`,
      `/room/${here.room.roomId}?at=2`,
    ]);
    expect(links()[0]?.textContent).toMatch(/Ada.*lobby/);
    expect(links()[0]?.querySelector('mark')?.textContent.trim()).toBe('keys');

    await user.click(links()[1]!);
    expect(emitted.chosen).toEqual([second]);
    expect(kept).toEqual([[2, ['keys']]]);
  });

  it('are fetched again in another order, and for this room only', async () => {
    connection.accepts('search.query', answer);
    await shown();
    await user.click(newest());
    await user.click(screen.getByRole('checkbox', { name: /lobby/ }));
    expect(drafts()).toEqual([
      expect.not.objectContaining({ roomId: expect.anything() }),
      expect.objectContaining({ sort: 'newest' }),
      expect.objectContaining({ sort: 'newest', roomId: here.room.roomId }),
    ]);
    expect(newest().getAttribute('aria-pressed')).toBe('true');
  });

  it('are fetched again for another text', async () => {
    connection.accepts('search.query', answer);
    const { fixture } = await shown();
    fixture.componentRef.setInput('text', 'mat');
    await settled();
    expect(drafts()).toEqual([expect.objectContaining({ text: 'keys' }), expect.objectContaining({ text: 'mat' })]);
  });

  it('say that they are loading, and that there are none', async () => {
    const arrive = connection.holds('search.query', { ...answer, hits: [] });
    await shown();
    expect(screen.getByRole('region').getAttribute('aria-busy')).toBe('true');
    const loading = screen.getByRole('listitem').textContent;
    arrive();
    await settled();
    expect(screen.getByRole('region').getAttribute('aria-busy')).toBe('false');
    expect(screen.getByRole('listitem').textContent).not.toBe(loading);
    expect(links()).toEqual([]);
  });

  it('ignore an answer to an earlier question', async () => {
    const arrive = connection.holds('search.query', answer);
    await shown();
    connection.accepts('search.query', { ...answer, hits: [hit(first)] });
    await user.click(newest());
    arrive();
    await settled();
    expect(links()).toHaveLength(1);
  });

  it('are asked for again after a refusal', async () => {
    connection.refuses('search.query', 'The server is busy.');
    await shown();
    expect(screen.getByRole('alert').textContent).toContain('The server is busy.');
    connection.accepts('search.query', answer);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(links()).toHaveLength(2);
  });

  it('continue after those that are shown, without repeating any', async () => {
    connection.accepts('search.query', { ...answer, hits: [hit(first)], more: true });
    await shown();
    connection.accepts('search.query', answer);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(drafts()[1]).toMatchObject({ offset: 1 });
    expect(links()).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('say which operators they did not understand, instead of that nothing was found', async () => {
    const unknown = [
      { operator: 'from' as const, value: 'zoe' },
      { operator: 'before' as const, value: 'soon' },
    ];
    connection.accepts('search.query', { ...answer, hits: [], unknown });
    await shown();
    expect(screen.getByText(/zoe/)).toBeTruthy();
    expect(screen.getByText(/soon/)).toBeTruthy();
    expect(screen.queryByText(/No messages found/)).toBeNull();
  });

  it('say that the server did not search everything', async () => {
    connection.accepts('search.query', { ...answer, complete: false });
    await shown();
    expect(screen.getByText(/before:/)).toBeTruthy();
  });

  it('leave out rooms that the reader is no longer in', async () => {
    connection.accepts('search.query', answer);
    await shown();
    held.set(new Map());
    await settled();
    expect(links()).toEqual([]);
  });

  it('drop messages that are edited or deleted meanwhile', async () => {
    connection.accepts('search.query', answer);
    await shown();
    const happened = (type: string, { msgId }: Message) => {
      connection.events.next({ type, body: { msgId } } as unknown as AnyEvent);
    };
    happened(messagingEvents.messageDeleted.type, first);
    await settled();
    expect(links()).toHaveLength(1);
    happened(messagingEvents.messageEdited.type, second);
    await settled();
    expect(links()).toEqual([]);
  });

  it('are walked through with the arrow keys, back to the search box, and left with Escape', async () => {
    connection.accepts('search.query', answer);
    const { fixture, emitted } = await shown();
    fixture.componentInstance.focusFirst();
    expect(document.activeElement).toBe(links()[0]);
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(links()[1]);
    await user.keyboard('{Home}{ArrowUp}');
    expect(emitted.left).toHaveLength(1);
    await user.keyboard('{End}');
    expect(document.activeElement).toBe(links()[1]);
    await user.keyboard('{Escape}');
    expect(emitted.closed).toHaveLength(1);
  });

  it('forget what to highlight when they are closed', async () => {
    connection.accepts('search.query', answer);
    const { fixture } = await shown();
    fixture.destroy();
    expect(kept).toEqual(['cleared']);
  });
});
