import type { IceServers, PeerId, RoomId, UserId, VoiceState } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';
import type { Connection } from '../../connection/connection';
import type { Calls } from '../state/calls';
import type { PendingLeaves } from './pending-leaves';
import type { SessionEnding } from './session-ending';

export interface CallSessionOptions {
  readonly roomId: RoomId;
  /** New for each session. Joining again with the same id resumes the same call or is refused. */
  readonly peerId: PeerId;
  readonly userId: UserId;
  /** The user confirmed that this device replaces the one on which they are in the call. */
  readonly takeOver: boolean;
  readonly ask: Connection['ask'];
  readonly calls: Pick<Calls, 'byId' | 'inRoom' | 'learn' | 'reload'>;
  readonly pendingLeaves: Pick<PendingLeaves, 'add' | 'has'>;
  readonly connect: (configuration: RTCConfiguration) => RTCPeerConnection;
  readonly configuration: (servers: IceServers) => RTCConfiguration;
  /** Whether this peer is muted and deafened when it joins. */
  readonly voice: VoiceState;
  /** The user is muted or deafened on the device that this one replaces. */
  readonly restrictedElsewhere: (voice: VoiceState) => void;
  /** Peers or links changed. */
  readonly changed: () => void;
  readonly ended: (ending: SessionEnding) => void;
  readonly clock: Clock;
}
