import {
  isEvent,
  limits,
  signalingEvents as events,
  type AnyEvent,
  type PeerId,
  type UserId,
} from '@devchitchat/contracts';

/** A call in progress, as far as the room's history will tell of it. */
export interface CallNow {
  readonly startedAt: number;
  /** Those in the call. */
  readonly peerIds: readonly PeerId[];
  /** All who took part, in the order of joining. */
  readonly userIds: readonly UserId[];
  /** When the last of them was in it. */
  readonly lastAt: number;
}

export const begun = (startedAt: number): CallNow => ({ startedAt, peerIds: [], userIds: [], lastAt: startedAt });

/** The call after one of its events. */
export function evolve(call: CallNow, event: AnyEvent): CallNow {
  if (isEvent(events.callJoined, event)) {
    const { peerId, userId } = event.body;
    return {
      ...call,
      peerIds: [...call.peerIds.filter((other) => other !== peerId), peerId],
      userIds: call.userIds.includes(userId) ? call.userIds : [...call.userIds, userId],
      lastAt: event.ts,
    };
  }
  if (!isEvent(events.callLeft, event) || !call.peerIds.includes(event.body.peerId)) return call;
  return { ...call, peerIds: call.peerIds.filter((other) => other !== event.body.peerId), lastAt: event.ts };
}

/**
 * The facts to tell of a call that ended at a time; `null` if nobody is known to have been in it. A call that waited for silent
 * people to come back lasted until the last of them was heard.
 */
export function toldOf({ startedAt, peerIds, userIds, lastAt }: CallNow, endedAt: number) {
  if (userIds.length === 0) return null;
  const until = peerIds.length > 0 ? endedAt : lastAt;
  const seconds = Math.max(0, Math.round((until - startedAt) / 1_000));
  return { seconds, userIds: userIds.slice(0, limits.peoplePerLine), count: userIds.length };
}
