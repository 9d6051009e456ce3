import {
  foldCall,
  isEvent,
  signalingEvents,
  type AnyEvent,
  type Call,
  type CallId,
  type PeerId,
  type RoomId,
} from '@devchitchat/contracts';
import { EventLog, GroupCommit, type Draft, type Transaction } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { initialState, type CallState } from './call';
import { CallHistory } from './call-history.repository';

/** Events of a call per read. */
const page = 500;

/**
 * The calls in progress: the only owner of live state. It is kept in memory and evolves with every event appended here;
 * after a rollback it is reloaded from the log.
 */
@Injectable()
export class CallsRegistry {
  private readonly calls = new Map<CallId, Call>();
  private readonly byRoom = new Map<RoomId, CallId>();

  constructor(
    private readonly log: EventLog,
    private readonly history: CallHistory,
    groupCommit: GroupCommit,
  ) {
    groupCommit.onRollback(() => this.readAnew());
  }

  byId(callId: CallId): CallState {
    return this.calls.get(callId) ?? initialState;
  }

  inRoom(roomId: RoomId): CallState {
    const callId = this.byRoom.get(roomId);
    return callId ? this.byId(callId) : initialState;
  }

  all(): readonly Call[] {
    return [...this.calls.values()];
  }

  /** All peers in calls, including silent ones that may return. */
  peerIds(): ReadonlySet<PeerId> {
    return new Set(this.all().flatMap(({ peers, away }) => [...peers, ...away].map(({ peerId }) => peerId)));
  }

  /** Appends an event. All events of calls go through this method. */
  append(transaction: Transaction, draft: Draft): AnyEvent {
    const event = transaction.append(draft);
    const callId = draft.scopeId as CallId;
    this.hold(callId, foldCall(this.byId(callId), event));
    if (isEvent(signalingEvents.callEnded, event)) this.byRoom.delete(event.body.roomId);
    return event;
  }

  private hold(callId: CallId, call: CallState): void {
    if (!call) return void this.calls.delete(callId);
    this.calls.set(callId, call);
    this.byRoom.set(call.roomId, callId);
  }

  /** Reloads the calls from the log, after a start or a rollback. */
  readAnew(): void {
    this.calls.clear();
    this.byRoom.clear();
    for (const { callId } of this.history.open()) this.hold(callId, this.read(callId));
  }

  private read(callId: CallId): CallState {
    let call = initialState;
    for (let after = 0; ;) {
      const events = this.log.inScope({ kind: 'call', id: callId }, after, page);
      call = events.reduce(foldCall, call);
      if (events.length < page) return call;
      after = events.at(-1)?.eventId ?? after;
    }
  }
}
