import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type Room, type RoomId, type User, type UserId } from '@devchitchat/contracts';
import { CallLauncher } from '../../client/call/call-launcher';
import { CurrentCall } from '../../client/call/state/current-call';
import { OwnVoiceState } from '../../client/call/voice/own-voice-state';
import { Directs } from '../../client/directs/directs';
import { ReadMarks } from '../../client/reading/read-marks';
import type { Unread } from '../../client/reading/unread';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, cyd, garden, peopleHere, signedInAs } from '../../client/testing/people';
import { Jump } from '../../client/timeline/jump';
import { page } from '../../platform/testing/page';
import { RecordingRouter } from '../../platform/testing/recording-router';
import { Overlay } from './overlay';
import { PaletteActions } from './palette-actions';
import { PaletteCall } from './palette-call';
import { PaletteEntries } from './palette-entries';
import { PaletteRooms } from './palette-rooms';

const { settled } = page();

const attic: Room = { ...garden, roomId: 'r_attic' as RoomId, kind: 'private', name: 'attic', topic: 'Boxes' };
const robin: User = { ...cyd, userId: 'u_robin' as UserId, displayName: 'Robin', isBot: true };
const gone: User = { ...cyd, userId: 'u_gone' as UserId, displayName: 'Gone', active: false };

describe('the entries of the palette', () => {
  const unread = signal<ReadonlyMap<RoomId, Unread>>(new Map());
  const muted = signal(false);
  let router: RecordingRouter;
  let currentCall: CurrentCall;
  let onPage: RoomOnPage;
  let done: unknown[];
  beforeEach(() => {
    unread.set(new Map());
    muted.set(false);
    router = new RecordingRouter();
    currentCall = new CurrentCall();
    onPage = new RoomOnPage();
    done = [];
  });
  const entries = (me = bob) => {
    TestBed.configureTestingModule({
      providers: [
        ...[PaletteEntries, PaletteRooms, PaletteCall, PaletteActions, Overlay],
        ...[router.provider, signedInAs(me), peopleHere(ada, bob, robin, gone)],
        { provide: Rooms, useValue: { list: signal([garden, attic]) } },
        { provide: ReadMarks, useValue: { unread } },
        {
          provide: Directs,
          useValue: { open: (userIds: unknown) => Promise.resolve((done.push(userIds), accepted('r_with_ada'))) },
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
