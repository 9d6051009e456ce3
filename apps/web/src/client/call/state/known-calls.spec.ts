import { describe, expect, it } from '@jest/globals';
import type { AnyEvent, Call, CallId, PeerId, RoomId, UserId } from '@devchitchat/contracts';
import { applyEvent, applyCall, applyList, noCalls, type KnownCalls } from './known-calls';

const callId = 'c_1' as CallId;
const roomId = 'r_1' as RoomId;
const [ada, bob] = ['u_a', 'u_b'] as [UserId, UserId];
const [one, two] = ['p_1', 'p_2'] as [PeerId, PeerId];
const unmuted = { muted: false, deafened: false };
const camera = { kind: 'camera', sound: false } as const;

const event = (eventId: number, type: string, body: object, prev = eventId - 1): AnyEvent => ({
  eventId,
  prev,
  ts: eventId * 1_000,
  actorUserId: null,
  scope: { kind: 'call', id: callId },
  type,
  trace: '',
  body: { callId, roomId, ...body },
  content: null,
});
const started = event(1, 'call.started', { startedBy: ada }, 0);
const adaJoined = event(2, 'call.joined', { peerId: one, userId: ada, streams: [], ...unmuted });
const bobJoined = event(3, 'call.joined', { peerId: two, userId: bob, streams: [camera], ...unmuted });
const after = (...events: AnyEvent[]): KnownCalls =>
  events.reduce((known, each) => applyEvent(known, each).known, noCalls);
const callIn = (known: KnownCalls): Call | undefined => known.calls.get(callId);

describe('known calls', () => {
  it('follow participants, their mute state and their streams', () => {
    const known = after(
      started,
      adaJoined,
      bobJoined,
      event(4, 'stream.unpublished', { peerId: two, userId: bob, kind: 'camera' }),
      event(5, 'stream.published', { peerId: one, userId: ada, stream: camera }),
      event(6, 'call.left', { peerId: two, userId: bob, reason: 'self' }),
      event(7, 'voice.changed', { peerId: one, userId: ada, muted: true, deafened: true }),
    );
    expect(callIn(known)).toEqual({
      callId,
      roomId,
      startedBy: ada,
      startedAt: 1_000,
      head: 7,
      peers: [{ peerId: one, userId: ada, joinedAt: 2_000, muted: true, deafened: true, streams: [camera] }],
      away: [],
    });
    expect(callIn(applyEvent(known, event(8, 'call.ended', { reason: 'empty' })).known)).toBeUndefined();
  });

  it('list a silent peer as away, and drop one that left', () => {
    const silent = event(4, 'call.left', { peerId: two, userId: bob, reason: 'silent' });
    const awayAfter = (...more: AnyEvent[]) =>
      callIn(after(started, adaJoined, bobJoined, silent, ...more))?.away.map(({ peerId }) => peerId);
    expect(awayAfter()).toEqual([two]);
    expect(awayAfter(event(5, 'call.joined', { peerId: two, userId: bob, streams: [] }))).toEqual([]);
    expect(awayAfter(event(5, 'call.left', { peerId: two, userId: bob, reason: 'disabled' }))).toEqual([]);
  });

  it('detect missed events and ignore repeated ones', () => {
    const known = after(started);
    expect(applyEvent(known, adaJoined).missed).toBe(false);
    expect(applyEvent(known, bobJoined).missed).toBe(true);
    expect(applyEvent(after(started, adaJoined), adaJoined).known).toEqual(after(started, adaJoined));
    expect(applyEvent(noCalls, adaJoined).missed).toBe(true);
    expect(applyEvent(known, event(9, 'call.ended', { reason: 'ended' })).missed).toBe(false);
  });

  it('take a list for the calls known when it was requested', () => {
    const known = after(started, adaJoined);
    const list = [{ ...callIn(after(started, adaJoined, bobJoined))! }];
    expect(callIn(applyList(known, list, known.heads))?.peers).toHaveLength(2);
    expect(callIn(applyList(known, [], known.heads))).toBeUndefined();
  });

  it('keep events received while the list was in flight', () => {
    const known = after(started, adaJoined);
    const old = [callIn(after(started))!];
    expect(callIn(applyList(known, old, new Map()))?.peers).toHaveLength(1);
    expect(callIn(applyList(known, [], new Map()))?.peers).toHaveLength(1);
    const over = applyEvent(known, event(3, 'call.ended', { reason: 'empty' })).known;
    expect(callIn(applyList(over, old, new Map()))).toBeUndefined();
  });

  it('take a call from a reply, unless a newer event is known', () => {
    const old = callIn(after(started))!;
    expect(callIn(applyCall(noCalls, old))).toEqual(old);
    expect(callIn(applyCall(after(started, adaJoined), old))?.peers).toHaveLength(1);
  });
});
