import type { Audience, SessionId, UserId } from '@devchitchat/contracts';

/**
 * Which bots may speak and hear. A bot is made once and revoked once, so what is known only ever grows, and it does not
 * matter in which order an answer and an event of the same moment arrive.
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

  /** The live bots among those whom an event names. */
  among(audience: Audience): readonly UserId[] {
    return audience === 'everyone' ? [...this.live] : audience.filter((one) => this.isLive(one));
  }

  /** An event may name a device, which is never a bot. */
  private isLive(one: UserId | SessionId): one is UserId {
    return this.has(one as UserId);
  }
}
