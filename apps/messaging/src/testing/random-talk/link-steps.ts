import { messagingCommands as messaging, type InviteId, type RoomId } from '@devchitchat/contracts';
import { Steps } from './steps';

/** Creating, following and revoking room links. */
export class LinkSteps extends Steps {
  private readonly links: { readonly token: string; readonly roomId: RoomId; readonly inviteId: InviteId }[] = [];

  async invite(): Promise<void> {
    const roomId = this.choose.aRoom();
    const who = this.choose.somebodyOver(roomId);
    const history = this.random.of(['whole', 'from_now', 'from_now'] as const);
    await this.watch.ask(who, messaging.roomInviteCreate, { roomId, history, maxUses: 5 }, ({ invite, token }) => {
      this.watch.mustBeGroup(who, roomId);
      const start = this.model.start(roomId, who.userId) ?? Infinity;
      if (!this.model.mayMakeLinks(roomId, who.userId))
        this.watch.recordViolation('created a link without the right to');
      this.model.links.set(token, { roomId, history, start, maker: who.userId, isClosed: false });
      this.links.push({ token, roomId, inviteId: invite.inviteId });
    });
  }

  async redeem(): Promise<void> {
    if (this.links.length === 0) return;
    const closed = this.links.filter(({ token }) => this.model.links.get(token)?.isClosed);
    const { token, roomId } = this.random.of(closed.length > 0 && this.random.below(2) > 0 ? closed : this.links);
    const who = this.choose.somebodyOutOf(roomId);
    await this.watch.ask(who, messaging.roomInviteRedeem, { token }, () => {
      const link = this.model.links.get(token);
      if (!link) return this.watch.recordViolation('followed a link that was never created');
      const isIn = this.model.start(link.roomId, who.userId) !== undefined;
      if (link.isClosed && !isIn) this.watch.recordViolation('joined through a closed link');
      const start = link.history === 'whole' ? link.start : this.model.next(link.roomId);
      this.watch.mayCome(who.userId, link.roomId, start, 'member');
    });
  }

  async revoke(): Promise<void> {
    if (this.links.length === 0) return;
    const [who, { token, roomId, inviteId }] = [this.choose.somebody(), this.random.of(this.links)];
    await this.watch.ask(who, messaging.roomInviteRevoke, { roomId, inviteId }, () => {
      const link = this.model.links.get(token);
      if (link) this.model.links.set(token, { ...link, isClosed: true });
    });
  }
}
