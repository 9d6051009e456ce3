import { Component, input, output, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach } from '@jest/globals';
import type { Message, Room, RoomId } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { browserCache } from '../../../client/cache/browser-cache';
import { type HeldRoom, withRoomSnapshot } from '../../../client/rooms/held-room';
import { RoomNames } from '../../../client/rooms/room-names';
import { Drafts } from '../../../client/drafts/drafts';
import { Rooms } from '../../../client/rooms/rooms';
import { ada, bob, garden, peopleHere, signedInAs } from '../../../client/testing/people';
import { ScriptedConnection } from '../../../client/testing/scripted-connection';
import { Timeline } from '../../../features/timeline/timeline';
import { ControlLabel } from '../../../platform/design/control-label';
import { DropTarget } from '../../../features/composer/drop-target';
import { Icon } from '../../../platform/design/icon';
import { Translate } from '../../../platform/language/translate';
import { page } from '../../../platform/testing/page';
import { PageTitle } from '../../notices/page-title';
import { NotInRoom } from '../not-in-room';
import { RoomPage } from '../room-page';

/** Everything that one test gives to the page, and sees of it. */
class Seen {
  /** Calls of the page's parts. */
  done: unknown[] = [];
  titles: (string | null)[] = [];
  /** Values that the page stored. */
  kept: unknown[] = [];
  /** The first result of a search; `undefined` is a message of the room on the page. */
  firstResult: Message | undefined = undefined;
  readonly held = signal<ReadonlyMap<RoomId, HeldRoom>>(new Map([[roomId, lobby]]));
  readonly ready = signal(true);
  /** The named rooms that the user is in. */
  readonly list = signal<readonly Room[]>([lobby.room, garden]);
}

const log = new RoomLog().joined(ada.userId).joined(bob.userId).said(ada.userId, 'Keys?').said(bob.userId, 'Here');
export const lobby = withRoomSnapshot(undefined, log.said(ada.userId, 'Thanks').latest);
export const { roomId } = lobby.room;

let seen: Seen;

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
    seen.done.push('showEnd');
  }
  reveal(seq: number): void {
    seen.done.push(['reveal', seq]);
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
    seen.done.push(['edit', seq]);
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
    seen.done.push('clear');
  }
  focus(): void {
    seen.done.push('focus');
  }
}

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
    return seen.firstResult ?? this.here().timeline.messages[0]!;
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

@Component({ selector: 'dcc-files-panel', template: '<aside aria-label="Files"></aside>' })
class FilesPanelStub {
  readonly held = input<unknown>();
  readonly closed = output();
  readonly chosen = output<number>();
}

@Component({ selector: 'dcc-room-offers', template: '<section aria-label="Rooms to join"></section>' })
class RoomOffersStub {}

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

/** Prescribes a new page of a room for each test. Call it where the tests are described, instead of `page`. */
export function roomPage() {
  const { render, screen, settled, user } = page();
  let connection: ScriptedConnection;
  beforeEach(() => {
    seen = new Seen();
    connection = new ScriptedConnection();
    connection.accepts('room.list', { rooms: [], next: null });
  });
  const opened = async (at?: string) => {
    TestBed.overrideComponent(RoomPage, {
      set: {
        imports: [
          ...[
            ComposerStub,
            DropTarget,
            FilesPanelStub,
            MembersPanelStub,
            OtherPart,
            PinsPanelStub,
            RoomHeadStub,
            RoomOffersStub,
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
        { provide: Drafts, useValue: { book: { begun: () => null, textsIn: () => [] } } },
        { provide: Rooms, useValue: { held: seen.held, ready: seen.ready, list: seen.list } },
        { provide: PageTitle, useValue: { setPlace: (name: string | null) => seen.titles.push(name) } },
        {
          provide: browserCache,
          useValue: {
            values: {
              set: (...value: readonly unknown[]) => {
                seen.kept.push(value);
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
  return {
    screen,
    settled,
    opened,
    seen: () => seen,
    panel: (name: string) => screen.queryByRole('complementary', { name }),
    click: (name: string) => user.click(screen.getByRole('button', { name })),
  };
}
