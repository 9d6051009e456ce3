import { accepted, authEvents, authReasons as reasons, type Reply, type UserId } from '@devchitchat/contracts';
import { draft } from '@devchitchat/service-kit';
import { refuseHandle } from '../accounts/user';
import { openInvite, type InviteState } from './invite';

export interface Registration {
  readonly userId: UserId;
  readonly handle: string;
  readonly displayName: string;
}

export interface RedeemState {
  readonly invite: InviteState | undefined;
  readonly isAnybodyHere: boolean;
  readonly isStillTheirs: boolean;
  readonly isHandleTaken: boolean;
}

/** Registers a user. An unavailable handle does not cost the invite a use. */
export function redeemInvite(
  { invite, isAnybodyHere, isStillTheirs, isHandleTaken }: RedeemState,
  registration: Registration,
  now: number,
): Reply<ReturnType<typeof redeemed>> {
  const opened = openInvite(invite, { now, isAnybodyHere, isStillTheirs });
  if (!opened.ok) return opened;
  const { firstAdmin } = opened.value;
  const state = { isTaken: isHandleTaken, isFirstAdmin: firstAdmin };
  const refusal = refuseHandle(registration.handle, state, {
    taken: reasons.inviteHandleTaken,
    reserved: reasons.inviteHandleReserved,
  });
  return refusal ?? accepted(redeemed(opened.value, registration));
}

const redeemed = ({ inviteId, firstAdmin }: InviteState, { userId, handle, displayName }: Registration) =>
  [
    draft(authEvents.userRegistered, {
      scopeId: '',
      body: { userId, role: firstAdmin ? 'admin' : 'member', inviteId },
      content: { handle, displayName },
      audience: 'everyone',
    }),
    draft(authEvents.inviteRedeemed, { scopeId: '', body: { inviteId, userId }, content: null, audience: [] }),
  ] as const;
