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
 * Length in characters of Crockford base32, 5 bits each. With ten attempts per minute and address, a thousand addresses
 * that keep guessing at a permanently valid code need about a hundred thousand years, so wrong attempts are not
 * counted.
 */
export const codeLength = 10;
/** Milliseconds. */
export const codeLifetimeMs = 5 * 60_000;

export interface DeviceCodeState {
  readonly userId: UserId;
  /** The session that displayed the code. */
  readonly sessionId: SessionId;
  readonly expiresAt: number;
}

export interface ShownCode {
  readonly code: DeviceCodeState | undefined;
  readonly user: User | undefined;
  /**
   * A code ends with the session that displayed it. Otherwise a stolen device could sign in again, after being signed
   * out, with a code it created before.
   */
  readonly isShownByLiveSession: boolean;
}

export function redeemCode({ code, user, isShownByLiveSession }: ShownCode, now: number): Reply<User> {
  return code && user && isShownByLiveSession && now < code.expiresAt
    ? accepted(user)
    : refused(reasons.deviceCodeWrong);
}
