import type { UserId } from '@devchitchat/contracts';

/** What decisions about rooms have to know of people: facts of auth's. */
export interface People {
  /** An admin of this server whose account works. */
  isAdmin(userId: UserId): boolean;
  /** Somebody of this server whose account works, or a bot that was not revoked. */
  isActive(userId: UserId): boolean;
  isBot(userId: UserId): boolean;
}
