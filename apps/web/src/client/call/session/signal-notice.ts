import type { CallNotice } from '../../connection/connection';
import type { Signal } from '../mesh/signal';

/** A notice that carries a signal from another peer. */
export type SignalNotice = Exclude<CallNotice, { readonly name: 'rtc.liveness_check' }>;

export function signalFrom({ name, data }: SignalNotice): Signal {
  const { incarnation } = data;
  if (name === 'rtc.ice_event') return { type: 'ice', incarnation, candidates: data.candidates };
  if (name === 'rtc.ask_offer_event') return { type: 'ask', incarnation, restart: data.restart };
  const { negotiation, sdp } = data;
  return { type: name === 'rtc.offer_event' ? 'offer' : 'answer', incarnation, negotiation, sdp };
}
