import { inject, Injectable } from '@angular/core';
import type { Peer, RoomId } from '@devchitchat/contracts';
import { realClock } from '../../../platform/time/clock';
import { Connection } from '../../connection/connection';
import { Session } from '../../session/session';
import { Calls } from '../state/calls';
import { RelayOnly } from '../state/relay-only';
import { OwnVoiceState } from '../voice/own-voice-state';
import { CallSessionHolder } from './call-session-holder';
import { CallSession } from './call-session';
import { iceConfiguration } from './ice-configuration';
import { newPeerId } from './peer-id';
import { PendingLeaves } from './pending-leaves';
import type { SessionEnding } from './session-ending';

export interface SessionRequest {
  readonly roomId: RoomId;
  /** The user confirmed that this device replaces the one on which they are in the call. */
  readonly takeOver: boolean;
}

/** Makes call sessions that use this browser's connection and WebRTC. */
@Injectable()
export class CallSessionFactory {
  private readonly active = inject(CallSessionHolder);
  private readonly connection = inject(Connection);
  private readonly calls = inject(Calls);
  private readonly session = inject(Session);
  private readonly relayOnly = inject(RelayOnly);
  private readonly voice = inject(OwnVoiceState);
  private readonly pendingLeaves = new PendingLeaves((name, draft) => this.connection.ask(name, draft), realClock);

  /** Whether the user is in this call on another device. Peers that this tab is leaving do not count. */
  isJoinedElsewhere(roomId: RoomId): boolean {
    return this.ownPeers(roomId).some(({ peerId }) => !this.pendingLeaves.has(peerId));
  }

  /** `ended` is called when the call ends for this tab without the user leaving it. */
  create({ roomId, takeOver }: SessionRequest, ended: (ending: SessionEnding) => void): CallSession {
    const userId = this.session.me()?.userId;
    if (!userId) throw new Error('No user is signed in.');
    const replaced = this.ownPeers(roomId);
    // Moving a call to this device never unmutes the user.
    for (const peer of replaced) this.voice.restrictTo(peer);
    const session: CallSession = new CallSession({
      roomId,
      peerId: newPeerId(),
      userId,
      takeOver: takeOver || replaced.length > 0,
      ask: (name, draft) => this.connection.ask(name, draft),
      calls: this.calls,
      pendingLeaves: this.pendingLeaves,
      connect: (configuration) => new RTCPeerConnection(configuration),
      configuration: (servers) =>
        iceConfiguration(servers, { host: location.hostname, relayOnly: this.relayOnly.isChosen() }),
      voice: this.voice.state(),
      restrictedElsewhere: (voice) => {
        if (this.isActive(session)) this.voice.restrictTo(voice);
      },
      changed: () => {
        if (this.isActive(session)) this.active.notifyChanged(session);
      },
      ended: (ending) => {
        if (this.isActive(session)) ended(ending);
      },
      clock: realClock,
    });
    return session;
  }

  private isActive(session: CallSession): boolean {
    return this.active.current() === session;
  }

  private ownPeers(roomId: RoomId): readonly Peer[] {
    const me = this.session.me()?.userId;
    return this.calls.inRoom(roomId)?.peers.filter(({ userId }) => userId === me) ?? [];
  }
}
