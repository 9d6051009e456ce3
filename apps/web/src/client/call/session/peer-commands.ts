import {
  type CallId,
  type Link,
  type PeerId,
  type ReplyTo,
  type RoomId,
  type signalingCommands as signaling,
  type Stream,
  type VoiceState,
} from '@devchitchat/contracts';
import { localRefusal } from '../../connection/local-refusal';
import { t } from '../../../platform/language/t';
import type { Connection } from '../../connection/connection';
import type { Signal } from '../mesh/signal';

export interface JoinRequest {
  readonly roomId: RoomId;
  readonly takeOver: boolean;
  readonly streams: readonly Stream[];
  readonly voice: VoiceState;
}

type Done = Promise<ReplyTo<typeof signaling.rtcOffer>>;

/** The commands that one peer sends to the server. All but `join` need the call that the reply to `join` named. */
export class PeerCommands {
  callId: CallId | null = null;

  constructor(
    private readonly ask: Connection['ask'],
    readonly peerId: PeerId,
  ) {}

  join({ roomId, takeOver, streams, voice }: JoinRequest): Promise<ReplyTo<typeof signaling.rtcJoin>> {
    return this.ask('rtc.join', { roomId, takeOver, peerId: this.peerId, streams: [...streams], ...voice });
  }

  async setVoice(voice: VoiceState): Done {
    const peer = this.joinedPeer();
    return peer ? this.ask('rtc.voice_set', { ...peer, ...voice }) : notJoined();
  }

  async publish(stream: Stream): Done {
    const peer = this.joinedPeer();
    return peer ? this.ask('rtc.stream_publish', { ...peer, stream }) : notJoined();
  }

  async unpublish(kind: Stream['kind']): Done {
    const peer = this.joinedPeer();
    return peer ? this.ask('rtc.stream_unpublish', { ...peer, kind }) : notJoined();
  }

  async keepAlive(links: Link[]): Done {
    const peer = this.joinedPeer();
    return peer ? this.ask('rtc.keep_alive', { ...peer, links }) : notJoined();
  }

  /** Fresh TURN credentials. */
  async iceServers(): Promise<ReplyTo<typeof signaling.rtcIceServers>> {
    const peer = this.joinedPeer();
    return peer ? this.ask('rtc.ice_servers', peer) : notJoined();
  }

  /** Sends a signal to another peer through the server. */
  async send(toPeerId: PeerId, signal: Signal): Done {
    const peer = this.joinedPeer();
    if (!peer) return notJoined();
    const route = { ...peer, toPeerId, incarnation: signal.incarnation };
    switch (signal.type) {
      case 'ice':
        return this.ask('rtc.ice', { ...route, candidates: [...signal.candidates] });
      case 'ask':
        return this.ask('rtc.ask_offer', { ...route, restart: signal.restart });
      case 'offer':
        return this.ask('rtc.offer', { ...route, negotiation: signal.negotiation, sdp: signal.sdp });
      case 'answer':
        return this.ask('rtc.answer', { ...route, negotiation: signal.negotiation, sdp: signal.sdp });
    }
  }

  private joinedPeer(): { readonly callId: CallId; readonly peerId: PeerId } | null {
    const { callId, peerId } = this;
    return callId && { callId, peerId };
  }
}

const notJoined = () => localRefusal('page.no_call', t('There is no call yet.'));
