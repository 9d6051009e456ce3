import {
  foldCall,
  isEvent,
  signalingEvents as events,
  type AnyEvent,
  type Call,
  type CallId,
} from '@devchitchat/contracts';

/** The calls in the user's rooms, as far as this browser received them. */
export interface KnownCalls {
  readonly calls: ReadonlyMap<CallId, Call>;
  /** The last event of each call that was received or included in a list, also of ended calls. */
  readonly heads: ReadonlyMap<CallId, number>;
}

export const noCalls: KnownCalls = { calls: new Map(), heads: new Map() };

/** Applies an event. `missed` is true when the event shows that earlier ones were not received. */
export function applyEvent(
  known: KnownCalls,
  event: AnyEvent,
): { readonly known: KnownCalls; readonly missed: boolean } {
  const callId = event.scope.id as CallId;
  const head = known.heads.get(callId) ?? 0;
  if (event.eventId <= head) return { known, missed: false };
  const heads = new Map(known.heads).set(callId, event.eventId);
  const call = foldCall(known.calls.get(callId) ?? null, event);
  const calls = new Map(known.calls);
  if (call) calls.set(callId, call);
  else calls.delete(callId);
  // An ended call needs no earlier events.
  const missed = event.prev > head && !isEvent(events.callEnded, event);
  return { known: { calls, heads }, missed };
}

/** Applies a list of all calls. Events received since the request may be newer than the list. */
export function applyList(known: KnownCalls, list: readonly Call[], askedFor: ReadonlyMap<CallId, number>): KnownCalls {
  const calls = new Map<CallId, Call>();
  for (const [callId, call] of known.calls) if (!askedFor.has(callId)) calls.set(callId, call);
  const heads = new Map(known.heads);
  for (const call of list) {
    const newer = (known.heads.get(call.callId) ?? 0) > call.head;
    const held = known.calls.get(call.callId);
    if (!newer) calls.set(call.callId, call);
    else if (held) calls.set(call.callId, held);
    heads.set(call.callId, Math.max(call.head, heads.get(call.callId) ?? 0));
  }
  return { calls, heads };
}

/** Applies a call from a reply. */
export function applyCall(known: KnownCalls, call: Call): KnownCalls {
  if ((known.heads.get(call.callId) ?? 0) > call.head) return known;
  return {
    calls: new Map(known.calls).set(call.callId, call),
    heads: new Map(known.heads).set(call.callId, call.head),
  };
}
