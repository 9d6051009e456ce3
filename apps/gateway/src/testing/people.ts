import type { SessionActor, SessionId, User, UserId } from '@devchitchat/contracts';

/** A signed-in person and the token in their browser. */
export interface Person {
  readonly token: string;
  readonly actor: SessionActor;
  readonly user: User;
}

/** A person named by one letter (of Crockford base32), on a device named by another. */
export function person(letter: string, device = letter): Person {
  const userId = `u_${letter.repeat(16)}` as UserId;
  return {
    token: `${letter}${device.repeat(42)}`,
    actor: { userId, sessionId: `s_${letter}${device.repeat(15)}` as SessionId, role: 'member' },
    user: {
      userId,
      handle: letter.repeat(4),
      displayName: letter.repeat(4),
      role: 'member',
      isBot: false,
      active: true,
      createdAt: 1,
    },
  };
}
