import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { RoomLog } from '@devchitchat/contracts/testing';
import { accepted, type Room, type RoomId, type User, type UserId } from '@devchitchat/contracts';
import { CallLauncher } from '../../client/call/call-launcher';
import { CurrentCall } from '../../client/call/state/current-call';
import { OwnVoiceState } from '../../client/call/voice/own-voice-state';
import { Directs } from '../../client/directs/directs';
import { RoomAttention } from '../../client/reading/room-attention';
import type { Unread } from '../../client/reading/unread';
import { type HeldRoom, withRoomSnapshot } from '../../client/rooms/held-room';
import { RoomNames } from '../../client/rooms/room-names';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, cyd, garden, memberOf, peopleHere, signedInAs } from '../../client/testing/people';
import { Jump } from '../../client/timeline/jump';
import { page } from '../../platform/testing/page';
import { RecordingRouter } from '../../platform/testing/recording-router';
import { OpenConversation } from './open-conversation';
import { Overlay } from './overlay';
import { PaletteActions } from './palette-actions';
import { PaletteCall } from './palette-call';
import { PaletteEntries } from './palette-entries';
import { PalettePeople } from './palette-people';
import { PaletteRooms } from './palette-rooms';

const { settled } = page();

const attic: Room = { ...garden, roomId: 'r_attic' as RoomId, kind: 'private', name: 'attic', topic: 'Boxes' };
const robin: User = { ...cyd, userId: 'u_robin' as UserId, displayName: 'Robin', isBot: true };
const gone: User = { ...cyd, userId: 'u_gone' as UserId, displayName: 'Gone', active: false };

const empty = withRoomSnapshot(undefined, new RoomLog().latest);
const conversation = (roomId: string, ...people: readonly User[]): HeldRoom => ({
  ...empty,
  room: { ...empty.room, roomId: roomId as RoomId, kind: 'direct', name: '' },
  members: [bob, ...people].map((person) => memberOf(person)),
});

describe('the entries of the palette', () => {
  const unread = signal<ReadonlyMap<RoomId, Unread>>(new Map());
  const muted = signal(false);
  const held = signal<ReadonlyMap<RoomId, HeldRoom>>(new Map());
  const listed = signal<readonly HeldRoom[]>([]);
  let router: RecordingRouter;
  let currentCall: CurrentCall;
  let onPage: RoomOnPage;
  let done: unknown[];
  beforeEach(() => {
    unread.set(new Map());
    muted.set(false);
    held.set(new Map());
    listed.set([]);
    router = new RecordingRouter();
    currentCall = new CurrentCall();
    onPage = new RoomOnPage();
    done = [];
  });
  const entries = (me = bob) => {
    TestBed.configureTestingModule({
      providers: [
        ...[
          PaletteEntries,
          PaletteRooms,
          PalettePeople,
          PaletteCall,
          PaletteActions,
          OpenConversation,
          Overlay,
          RoomNames,
        ],
        ...[router.provider, signedInAs(me), peopleHere(ada, bob, robin, gone)],
        { provide: Rooms, useValue: { list: signal([garden, attic]), held } },
        { provide: RoomAttention, useValue: { unreadIn: (roomId: RoomId) => unread().get(roomId) } },
        {
          provide: Directs,
          useValue: {
            list: listed,
            open: (userIds: unknown) => Promise.resolve((done.push(userIds), accepted('r_with_ada'))),
          },
        },
        { provide: CurrentCall, useValue: currentCall },
        { provide: RoomOnPage, useValue: onPage },
        {
          provide: CallLauncher,
          useValue: { join: (roomId: RoomId) => done.push(['join', roomId]), leave: () => done.push('leave') },
        },
        {
          provide: OwnVoiceState,
          useValue: {
            muted,
            deafened: signal(false),
            toggleMute: () => done.push('mute'),
            toggleDeafen: () => undefined,
          },
        },
        { provide: Jump, useValue: { toBeginning: (roomId: RoomId) => Promise.resolve(done.push(['begin', roomId])) } },
      ],
    });
    return TestBed.inject(PaletteEntries).all;
  };
  const labels = (me = bob) => entries(me)().map(({ label }) => label);
  const run = async (label: string) => {
    entries()()
      .find((entry) => entry.label === label)
      ?.run();
    await settled();
  };

  it('begin with the rooms and then the people who can be written to', () => {
    const kinds = entries()().map(({ label, note }) => [label, note]);
    expect(kinds.filter(([, note]) => note !== 'Action')).toEqual([
      ['garden', 'Room'],
      ['attic', 'Room'],
      ['Ada', 'Direct message'],
    ]);
    expect(kinds[3]?.[1]).toBe('Action');
  });

  it('put rooms with unread messages first, with their number', () => {
    unread.set(new Map([[attic.roomId, { messages: 3, mentions: 0 }]]));
    expect(
      entries()()
        .slice(0, 2)
        .map(({ label, note }) => [label, note]),
    ).toEqual([
      ['attic', '3 unread'],
      ['garden', 'Room'],
    ]);
  });

  describe('of conversations', () => {
    const withAda = conversation('r_ada', ada);
    const group = conversation('r_group', ada, robin);
    const notes = conversation('r_notes');
    const leaving = conversation('r_gone', gone);
    beforeEach(() => {
      const all = [withAda, group, notes, leaving];
      held.set(new Map(all.map((each) => [each.room.roomId, each] as const)));
      listed.set(all);
    });
    const talks = () =>
      entries()()
        .filter(({ note, icon }) => icon === 'people' && note !== 'Action')
        .map(({ label, alias, note }) => [label, alias, note]);

    it('are groups, notes and people, also somebody who is gone', () => {
      expect(talks()).toEqual([
        ['Ada and Robin', '@ada @cyd', 'Group conversation'],
        ['Notes to self', '', 'Direct message'],
        ['Ada', '@ada', 'Direct message'],
        ['Gone', '@cyd', 'Direct message'],
      ]);
    });

    it('say what is unread in them, and come first then', () => {
      unread.set(
        new Map([
          [group.room.roomId, { messages: 3, mentions: 1 }],
          [withAda.room.roomId, { messages: 2, mentions: 0 }],
        ]),
      );
      expect(
        entries()()
          .slice(0, 3)
          .map(({ label, note }) => [label, note]),
      ).toEqual([
        ['Ada and Robin', '3 unread, 1 mentions you'],
        ['Ada', '2 unread'],
        ['garden', 'Room'],
      ]);
    });

    it('stand in the order of their latest messages, as in the sidebar', () => {
      const talked = [group, { ...notes, lastSent: 5 }, { ...leaving, lastSent: 7 }, { ...withAda, lastSent: 9 }];
      held.set(new Map(talked.map((each) => [each.room.roomId, each] as const)));
      expect(talks().map(([label]) => label)).toEqual(['Ada and Robin', 'Notes to self', 'Ada', 'Gone']);
    });

    it('lead to a listed one at once', async () => {
      await run('Ada and Robin');
      expect([done, router.visited]).toEqual([[], ['/room/r_group']]);
    });

    it('open a hidden one again', async () => {
      listed.set([]);
      await run('Ada and Robin');
      expect(done).toEqual([[ada.userId, robin.userId]]);
      expect(router.visited).toEqual(['/room/r_with_ada']);
    });
  });

  it('lead to a room', async () => {
    await run('attic');
    expect(router.visited).toEqual([`/room/${attic.roomId}`]);
  });

  it('open the conversation with a person', async () => {
    await run('Ada');
    expect(done).toEqual([[ada.userId]]);
    expect(router.visited).toEqual(['/room/r_with_ada']);
  });

  it('offer the call and the history of a room only while one is on the page', () => {
    const all = entries();
    const ofRoom = () =>
      all()
        .map(({ label }) => label)
        .filter((label) => /call|Jump/.test(label));
    expect(ofRoom()).toEqual([]);
    onPage.roomId.set(garden.roomId);
    expect(ofRoom()).toEqual(['Join call', 'Jump to date', 'Jump to the beginning']);
  });

  it('offer to control and to leave a call, also one in another room', () => {
    currentCall.join(attic.roomId);
    onPage.roomId.set(garden.roomId);
    muted.set(true);
    expect(labels()).toEqual(expect.arrayContaining(['Join call', 'Unmute', 'Deafen', 'Leave call']));
    currentCall.join(garden.roomId);
    muted.set(false);
    expect(
      TestBed.inject(PaletteEntries)
        .all()
        .map(({ label }) => label),
    ).not.toContain('Join call');
  });

  it.each([
    ['Join call', ['join', garden.roomId]],
    ['Jump to the beginning', ['begin', garden.roomId]],
  ])('do “%s” in the room on the page', async (label, expected) => {
    onPage.roomId.set(garden.roomId);
    await run(label);
    expect(done).toEqual([expected]);
  });

  it.each([
    ['New room', 'new-room'],
    ['Browse rooms', 'browse'],
    ['Keyboard shortcuts', 'shortcuts'],
  ])('open the dialog for “%s”', async (label, overlay) => {
    await run(label);
    expect(TestBed.inject(Overlay).opened()).toBe(overlay);
  });

  it('offer only admins what is for admins', () => {
    const forAdmins = ['Invite people', 'People', 'Bots', 'Diagnostics'];
    expect(labels().filter((label) => forAdmins.includes(label))).toEqual([]);
  });

  it('offer admins the pages of admins', () => {
    expect(labels(ada)).toEqual(expect.arrayContaining(['Invite people', 'People', 'Bots', 'Diagnostics']));
  });
});
