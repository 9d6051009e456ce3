import { Component, input, output, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Message, RoomId } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { browserCache } from '../../client/cache/browser-cache';
import { type HeldRoom, withRoomSnapshot } from '../../client/rooms/held-room';
import { RoomNames } from '../../client/rooms/room-names';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { Timeline } from '../../features/timeline/timeline';
import { ControlLabel } from '../../platform/design/control-label';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';
import { page } from '../../platform/testing/page';
import { PageTitle } from '../notices/page-title';
import { NotInRoom } from './not-in-room';
import { RoomPage } from './room-page';

const { render, screen, settled, user } = page();

let done: unknown[];

// Stand-ins for the parts of the page, which have specs of their own.
@Component({
  selector: 'dcc-timeline',
  template: '<ng-content />',
  providers: [{ provide: Timeline, useExisting: TimelineStub }],
})
class TimelineStub {
  readonly held = input<HeldRoom>();
  readonly goTo = input<number | null>();
  readonly discarded = output<string>();
  readonly edits = output<Message>();
  readonly replies = output<Message>();
  showEnd(): void {
    done.push('showEnd');
  }
  reveal(seq: number): void {
    done.push(['reveal', seq]);
  }
}

@Component({
  selector: 'dcc-composer',
  template: `
    <button type="button" (click)="sent.emit()">Send</button>
    <button type="button" (click)="editsLast.emit()">Edit last</button>
  `,
})
class ComposerStub {
  readonly room = input<unknown>();
  readonly roomName = input<string>();
  readonly members = input<unknown>();
  readonly sent = output();
  readonly editsLast = output();
  edit({ seq }: Message): void {
    done.push(['edit', seq]);
  }
}

@Component({
  selector: 'dcc-search-box',
  template: `<button type="button" (click)="searched.emit(text)">Search</button>`,
})
class SearchBoxStub {
  readonly searched = output<string>();
  readonly left = output();
  readonly text = 'keys';
  clear(): void {
    done.push('clear');
  }
  focus(): void {
    done.push('focus');
  }
}

/** The first result, by default a message of the room on the page. */
const results: { first: Message | undefined } = { first: undefined };

@Component({
  selector: 'dcc-search-results',
  template: `
    <p>Results of {{ text() }}</p>
    <button type="button" (click)="closed.emit()">Close search</button>
    <button type="button" (click)="chosen.emit(first())">First result</button>
  `,
})
class SearchResultsStub {
  readonly text = input('');
  readonly here = input.required<HeldRoom>();
  readonly closed = output();
  readonly left = output();
  readonly chosen = output<Message>();
  protected first(): Message {
    return results.first ?? this.here().timeline.messages[0]!;
  }
}

@Component({ selector: 'dcc-members-panel', template: '<aside aria-label="Members"></aside>' })
class MembersPanelStub {
  readonly held = input<unknown>();
  readonly closed = output();
}

@Component({ selector: 'dcc-pins-panel', template: '<aside aria-label="Pinned messages"></aside>' })
class PinsPanelStub {
  readonly held = input<unknown>();
  readonly closed = output();
  readonly chosen = output<number>();
}

@Component({ selector: 'dcc-room-head', template: '<h1>{{ held().room.name }}</h1>' })
class RoomHeadStub {
  readonly held = input.required<HeldRoom>();
}

@Component({
  selector: 'dcc-join-call, dcc-room-call, dcc-room-menu, dcc-room-beginning, dcc-muted-notice, dcc-storage-notice',
  template: '',
})
class OtherPart {
  readonly roomId = input<RoomId>();
  readonly held = input<unknown>();
}

const log = new RoomLog().joined(ada.userId).joined(bob.userId).said(ada.userId, 'Keys?').said(bob.userId, 'Here');
const lobby = withRoomSnapshot(undefined, log.said(ada.userId, 'Thanks').latest);
const { roomId } = lobby.room;

describe('the page of a room', () => {
  const held = signal<ReadonlyMap<RoomId, HeldRoom>>(new Map());
  const ready = signal(true);
  let titles: (string | null)[];
  let kept: unknown[];
  let connection: ScriptedConnection;
  beforeEach(() => {
    held.set(new Map([[roomId, lobby]]));
    ready.set(true);
    titles = [];
    kept = [];
    connection = new ScriptedConnection();
    connection.accepts('room.list', { rooms: [], next: null });
    done = [];
  });
  const opened = async (at?: string) => {
    TestBed.overrideComponent(RoomPage, {
      set: {
        imports: [
          ...[
            ComposerStub,
            MembersPanelStub,
            OtherPart,
            PinsPanelStub,
            RoomHeadStub,
            SearchBoxStub,
            SearchResultsStub,
            TimelineStub,
          ],
          ...[ControlLabel, Icon, NotInRoom, Translate],
        ],
        providers: [],
      },
    });
    const rendered = await render(RoomPage, {
      inputs: { roomId },
      providers: [
        connection.provider,
        signedInAs(bob),
        peopleHere(ada, bob),
        provideRouter([{ path: '**', children: [] }]),
        RoomNames,
        { provide: Rooms, useValue: { held, ready, list: signal([]) } },
        { provide: PageTitle, useValue: { setPlace: (name: string | null) => titles.push(name) } },
        {
          provide: browserCache,
          useValue: {
            values: {
              set: (...value: readonly unknown[]) => {
                kept.push(value);
                return Promise.resolve();
              },
            },
          },
        },
      ],
    });
    rendered.fixture.componentRef.setInput('at', at);
    await settled();
    return rendered;
  };
  const panel = (name: string) => screen.queryByRole('complementary', { name });
  const click = (name: string) => user.click(screen.getByRole('button', { name }));

  it('is headed by the room’s name, titles the tab with it, and is remembered as the last room', async () => {
    const { fixture } = await opened();
    expect(screen.getByRole('heading', { name: 'lobby' })).toBeTruthy();
    expect(titles).toEqual(['lobby']);
    expect(kept).toEqual([['lastRoom', roomId]]);
    fixture.destroy();
    expect(titles.at(-1)).toBeNull();
  });

  it('waits for the rooms before it says that the user is not in this one', async () => {
    held.set(new Map());
    ready.set(false);
    await opened();
    expect(screen.queryByRole('heading')).toBeNull();
    ready.set(true);
    await settled();
    expect(screen.getByRole('heading').textContent).toBe('There’s no room here that you can see');
    expect(kept).toEqual([]);
  });

  it('goes to the start page once the user is out of the room', async () => {
    await opened();
    const router = TestBed.inject(Router);
    await router.navigateByUrl(`/room/${roomId}`);
    held.set(new Map());
    await settled();
    expect(router.url).toBe('/');
  });

  it('shows one panel at a time, and hides it with the same button', async () => {
    await opened();
    await click('Members');
    expect(panel('Members')).not.toBeNull();
    await click('Pinned messages');
    expect([panel('Members') !== null, panel('Pinned messages') !== null]).toEqual([false, true]);
    await click('Pinned messages');
    expect(panel('Pinned messages')).toBeNull();
  });

  it('shows the results of a search, and gives the focus back to its box when they close', async () => {
    await opened();
    await click('Search');
    expect(screen.getByText('Results of keys')).toBeTruthy();
    await click('Close search');
    expect(screen.queryByText('Results of keys')).toBeNull();
    expect(done).toEqual(['clear', 'focus']);
  });

  it('scrolls to a result itself only where the address names it already', async () => {
    const { fixture } = await opened('2');
    await click('Search');
    await click('First result');
    expect(done).toEqual([]);
    fixture.componentRef.setInput('at', '1');
    await settled();
    await click('First result');
    expect(done).toEqual([['reveal', 1]]);
  });

  describe('with another room on the page', () => {
    const attic: HeldRoom = {
      ...lobby,
      room: { ...lobby.room, roomId: 'r_attic' as RoomId, name: 'attic' },
      timeline: {
        ...lobby.timeline,
        messages: lobby.timeline.messages.map((message) => ({ ...message, roomId: 'r_attic' as RoomId })),
      },
    };
    const thenIn = async (before: () => Promise<void>, to: HeldRoom) => {
      held.set(new Map([lobby, attic].map((each) => [each.room.roomId, each] as const)));
      const { fixture } = await opened();
      await before();
      fixture.componentRef.setInput('roomId', to.room.roomId);
      await settled();
      return fixture;
    };

    it('keeps the members, and closes the pins of the room before', async () => {
      const fixture = await thenIn(() => click('Members'), attic);
      expect(panel('Members')).not.toBeNull();
      await click('Pinned messages');
      fixture.componentRef.setInput('roomId', roomId);
      await settled();
      expect(panel('Pinned messages')).toBeNull();
    });

    it('closes a search and empties its box', async () => {
      await thenIn(() => click('Search'), attic);
      expect(screen.queryByText('Results of keys')).toBeNull();
      expect(done).toEqual(['clear']);
    });

    it('keeps a search whose result led there, until the reader goes elsewhere', async () => {
      const fixture = await thenIn(async () => {
        await click('Search');
        results.first = attic.timeline.messages[0];
        await click('First result');
      }, attic);
      results.first = undefined;
      expect(screen.getByText('Results of keys')).toBeTruthy();
      fixture.componentRef.setInput('roomId', roomId);
      await settled();
      expect(screen.queryByText('Results of keys')).toBeNull();
    });
  });

  it('goes to the end of the timeline when a message is sent', async () => {
    await opened();
    await click('Send');
    expect(done).toEqual(['showEnd']);
  });

  it('edits the user’s own last message', async () => {
    await opened();
    await click('Edit last');
    expect(done).toEqual([['edit', 2]]);
  });
});
