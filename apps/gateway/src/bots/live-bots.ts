import type { Audience, SessionId, UserId } from '@devchitchat/contracts';

/**
 * The bots that may send commands and receive events. A bot is created once and revoked once, so the sets only grow, and
 * the order of answers and events does not matter.
 */
export class LiveBots {
  private readonly live = new Set<UserId>();
  private readonly revoked = new Set<UserId>();

  get isEmpty(): boolean {
    return this.live.size === 0;
  }

  add(bot: UserId): void {
    if (!this.revoked.has(bot)) this.live.add(bot);
  }

  revoke(bot: UserId): void {
    this.revoked.add(bot);
    this.live.delete(bot);
  }

  has(bot: UserId): boolean {
    return this.live.has(bot);
  }

  /** The live bots in an event's audience. */
  among(audience: Audience): readonly UserId[] {
    return audience === 'everyone' ? [...this.live] : audience.filter((one) => this.isLive(one));
  }

  /** An audience may contain a session id, which is never a bot. */
  private isLive(one: UserId | SessionId): one is UserId {
    return this.has(one as UserId);
  }
}
