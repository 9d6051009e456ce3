import type { AnyEvent, BodyOf, EventType } from '../grammar/event';
import type { CallId, PeerId, RoomId, UserId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { ada, bob } from '../testing';
import { foldCall } from './call-fold';
import * as events from './events';
import type { Call, LeavingReason, Stream, VoiceState } from './model';

const callId = 'c_0000000000000001' as CallId;
const roomId = 'r_0000000000000001' as RoomId;
const [one, two] = ['p_0000000000000001', 'p_0000000000000002'] as [PeerId, PeerId];
const heard = { muted: false, deafened: false };
const deaf = { muted: true, deafened: true };

type Step = readonly [EventType, object];
const step = <Type extends EventType>(type: Type, body: Omit<BodyOf<Type>, 'callId' | 'roomId'>): Step => [type, body];
const started = step(events.callStarted, { startedBy: ada });
const joined = (peerId: PeerId, userId: UserId, streams: Stream[] = [], voice: VoiceState = heard): Step =>
  step(events.callJoined, { peerId, userId, streams, ...voice });
const left = (peerId: PeerId, userId: UserId, reason: LeavingReason = 'self'): Step =>
  step(events.callLeft, { peerId, userId, reason });

/** The call after these events, numbered from 1 on and a second apart. */
const callAfter = (...steps: readonly Step[]): Call | null =>
  steps
    .map(([type, body], at): AnyEvent => ({
      eventId: at + 1,
      prev: at,
      ts: (at + 1) * 1_000,
      actorUserId: null,
      scope: { kind: 'call', id: callId },
      type: type.type,
      trace: '0123456789abcdef',
      body: { callId, roomId, ...body },
      content: null,
    }))
    .reduce<Call | null>(foldCall, null);

describe('a call folded from its events', () => {
  it('has the peers that joined and did not leave, in the order in which they joined', () => {
    const call = callAfter(started, joined(two, bob), joined(one, ada), left(two, bob), joined(two, bob));
    expect(call).toMatchObject({ callId, roomId, startedBy: ada, startedAt: 1_000, head: 5 });
    expect(call?.peers).toMatchObject([
      { peerId: one, userId: ada, joinedAt: 3_000 },
      { peerId: two, userId: bob, joinedAt: 5_000 },
    ]);
  });

  it('has the streams of each peer, at most one of a kind', () => {
    const call = callAfter(
      started,
      joined(one, ada, [{ kind: 'camera', sound: false }]),
      step(events.streamPublished, { peerId: one, userId: ada, stream: { kind: 'screen', sound: false } }),
      step(events.streamPublished, { peerId: one, userId: ada, stream: { kind: 'screen', sound: true } }),
      step(events.streamUnpublished, { peerId: one, userId: ada, kind: 'camera' }),
    );
    expect(call?.peers[0]?.streams).toEqual([{ kind: 'screen', sound: true }]);
  });

  it('lists silent peers as away until they come back or leave for another reason', () => {
    const away = (...more: readonly Step[]) =>
      callAfter(started, joined(one, ada), joined(two, bob), left(one, ada, 'silent'), ...more)?.away.map(
        ({ peerId }) => peerId,
      );
    expect(away()).toEqual([one]);
    expect(away(joined(one, ada))).toEqual([]);
    expect(away(left(one, ada, 'signed_out'))).toEqual([]);
    expect(away(left(two, bob))).toEqual([one]);
  });

  it('lists only the latest of many silent peers as away', () => {
    const peers = Array.from({ length: limits.awayPerCall + 2 }, (_, at) => `p_${at}` as PeerId);
    const silent = peers.flatMap((peerId) => [joined(peerId, ada), left(peerId, ada, 'silent')]);
    expect(callAfter(started, ...silent)?.away.map(({ peerId }) => peerId)).toEqual(peers.slice(2));
  });

  it('shows who is muted and deafened', () => {
    const change = step(events.voiceChanged, { peerId: one, userId: ada, ...deaf });
    expect(callAfter(started, joined(one, ada), joined(two, bob, [], deaf), change)?.peers).toMatchObject([deaf, deaf]);
    expect(callAfter(started, change)?.peers).toEqual([]);
  });

  it('is null after its end', () => {
    expect(callAfter(started, joined(one, ada), step(events.callEnded, { reason: 'restart' }))).toBeNull();
  });
});
