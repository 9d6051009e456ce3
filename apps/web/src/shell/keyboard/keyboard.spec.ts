import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Room, RoomId } from '@devchitchat/contracts';
import { Directs } from '../../client/directs/directs';
import { ReadMarks } from '../../client/reading/read-marks';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { Rooms } from '../../client/rooms/rooms';
import { Jump } from '../../client/timeline/jump';
import { garden } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { RecordingRouter } from '../../platform/testing/recording-router';
import { Keyboard } from './keyboard';
import { Overlay } from './overlay';

const { render, screen, settled, user } = page();

const room = (roomId: string): Room => ({ ...garden, roomId: roomId as RoomId, name: roomId });

/** A router that is on the page of a room. */
class RouterAt extends RecordingRouter {
  url = '/room/r_one';
}

describe('the keyboard', () => {
  const unread = signal<ReadonlySet<RoomId>>(new Set());
  let router: RouterAt;
  let overlay: Overlay;
  let onPage: RoomOnPage;
  beforeEach(() => {
    unread.set(new Set());
    router = new RouterAt();
    overlay = new Overlay();
    onPage = new RoomOnPage();
    document.body.replaceChildren();
  });
  const shown = () =>
    render(Keyboard, {
      providers: [
        router.provider,
        { provide: Overlay, useValue: overlay },
        { provide: RoomOnPage, useValue: onPage },
        { provide: Rooms, useValue: { list: signal([room('r_one'), room('r_two'), room('r_three')]) } },
        { provide: Directs, useValue: { list: signal([{ room: room('r_ada') }]) } },
        { provide: ReadMarks, useValue: { unread } },
        { provide: Jump, useValue: { beginningOf: () => Promise.resolve(null) } },
      ],
    });
  /** Puts a field into the page, as the search box and the composer have it. */
  const field = (parent: string, tag: 'input' | 'textarea', type = 'text') => {
    const element = document.createElement(tag);
    if (tag === 'input') element.setAttribute('type', type);
    const host = document.createElement(parent);
    host.append(element);
    document.body.append(host);
    return element;
  };

  it('steps through rooms and then direct conversations, round at the ends', async () => {
    await shown();
    await user.keyboard('{Alt>}{ArrowDown}{ArrowUp}{/Alt}');
    router.url = '/room/r_three';
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    router.url = '/room/r_ada';
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(router.visited).toEqual(['/room/r_two', '/room/r_ada', '/room/r_ada', '/room/r_one']);
  });

  it('steps to the nearest unread room in either direction, with Shift', async () => {
    unread.set(new Set(['r_one' as RoomId, 'r_ada' as RoomId]));
    router.url = '/room/r_two';
    await shown();
    await user.keyboard('{Alt>}{Shift>}{ArrowDown}{ArrowUp}{/Shift}{/Alt}');
    router.url = '/room/r_ada';
    await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    expect(router.visited).toEqual(['/room/r_ada', '/room/r_one', '/room/r_one']);
  });

  it('opens the list of shortcuts, but not while the user writes', async () => {
    await shown();
    field('dcc-composer', 'textarea').focus();
    await user.keyboard('?');
    expect(overlay.opened()).toBeNull();
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('?');
    expect(overlay.opened()).toBe('shortcuts');
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('does nothing behind an open dialog', async () => {
    await shown();
    overlay.open('shortcuts');
    await settled();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(router.visited).toEqual([]);
  });

  it('leaves keys alone that something else has used', async () => {
    await shown();
    const use = (event: Event): void => {
      event.preventDefault();
    };
    document.body.addEventListener('keydown', use);
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    document.body.removeEventListener('keydown', use);
    expect(router.visited).toEqual([]);
  });

  it('puts the focus into the search box and the composer', async () => {
    await shown();
    const search = field('dcc-search-box', 'input', 'search');
    const composer = field('dcc-composer', 'textarea');
    await user.keyboard('/');
    expect(document.activeElement).toBe(search);
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(composer);
  });

  it('leaves a search box only when it is empty', async () => {
    await shown();
    const search = field('dcc-search-box', 'input', 'search');
    field('dcc-composer', 'textarea');
    (search as HTMLInputElement).value = 'keys';
    search.focus();
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(search);
  });

  it('leaves a key to the browser where the page has nothing for it', async () => {
    await shown();
    const event = new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    field('dcc-search-box', 'input', 'search');
    const again = new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true });
    document.body.dispatchEvent(again);
    expect(again.defaultPrevented).toBe(true);
  });

  it('opens the jump to a date only in a room', async () => {
    await shown();
    overlay.open('jump');
    await settled();
    expect(screen.queryByRole('dialog')).toBeNull();
    onPage.roomId.set(garden.roomId);
    await settled();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(overlay.opened()).toBeNull();
  });
});
