import {
  accepted,
  authReasons as reasons,
  refused,
  type Reply,
  type SessionId,
  type User,
  type UserId,
} from '@devchitchat/contracts';

/**
 * Characters of Crockford base32, 5 bits each. At ten tries a minute from an address, a thousand addresses that guess
 * without a pause at a code that is always out would need some hundred thousand years; so wrong tries need no counter here.
 */
export const codeLength = 10;
/** Milliseconds. */
export const codeLifetime = 5 * 60_000;

export interface DeviceCodeState {
  readonly userId: UserId;
  /** The session that showed the code. */
  readonly sessionId: SessionId;
  readonly expiresAt: number;
}

export interface ShownCode {
  readonly code: DeviceCodeState | undefined;
  readonly user: User | undefined;
  /**
   * A code lives no longer than the session that showed it: who signs a stolen device out must not find it back in by a
   * code it made before.
   */
  readonly isShownByLiveSession: boolean;
}

export function redeemCode({ code, user, isShownByLiveSession }: ShownCode, now: number): Reply<User> {
  return code && user && isShownByLiveSession && now < code.expiresAt
    ? accepted(user)
    : refused(reasons.deviceCodeWrong);
}
