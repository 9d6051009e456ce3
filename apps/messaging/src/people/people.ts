import type { UserId } from '@devchitchat/contracts';

/** Facts from auth that decisions about rooms depend on. */
export interface People {
  /** Whether the user is an admin with an active account. */
  isAdmin(userId: UserId): boolean;
  /** Whether the user has an active account or is a bot that is not revoked. */
  isActive(userId: UserId): boolean;
  isBot(userId: UserId): boolean;
}
