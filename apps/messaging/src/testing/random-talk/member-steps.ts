import { messagingCommands as messaging } from '@devchitchat/contracts';
import { Steps } from './steps';

/** Joining, leaving, and acts on members. */
export class MemberSteps extends Steps {
  async join(): Promise<void> {
    const [who, roomId] = [this.choose.somebody(), this.choose.aRoom()];
    await this.watch.ask(who, messaging.roomJoin, { roomId }, () => this.watch.mayCome(who.userId, roomId, 1, 'self'));
  }

  async leave(): Promise<void> {
    const roomId = this.choose.aRoom();
    const who = this.choose.somebodyAt(roomId);
    await this.watch.ask(who, messaging.roomLeave, { roomId }, () => {
      this.watch.mustBeGroup(who, roomId);
      this.model.room(roomId).members.delete(who.userId);
    });
  }

  async add(): Promise<void> {
    const [{ userId }, roomId] = [this.choose.somebody(), this.choose.aRoom()];
    const who = this.choose.somebodyAt(roomId);
    const history = this.random.of(['whole', 'from_now', 'from_now'] as const);
    await this.watch.ask(who, messaging.roomMemberAdd, { roomId, userId, history }, () => {
      this.watch.mustBeGroup(who, roomId);
      const whole = this.model.start(roomId, who.userId) ?? Infinity;
      this.watch.mayCome(userId, roomId, history === 'whole' ? whole : this.model.next(roomId), 'member');
    });
  }

  async setRole(): Promise<void> {
    const roomId = this.choose.aRoom();
    const who = this.choose.somebodyOver(roomId);
    const { userId } = this.choose.somebody();
    const role = this.random.of(['mod', 'member', 'owner'] as const);
    await this.watch.ask(who, messaging.memberSetRole, { roomId, userId, role }, () =>
      this.watch.mustBeMember(who, roomId),
    );
  }

  async removeMember(command: typeof messaging.memberKick | typeof messaging.memberBan): Promise<void> {
    const [{ userId }, roomId, reason] = [this.choose.somebody(), this.choose.aRoom(), this.model.newWord()];
    const who = this.choose.somebodyOver(roomId);
    await this.watch.ask(who, command, { roomId, userId, reason }, () => {
      this.watch.mustGovern(who, roomId);
      const { members, banned } = this.model.room(roomId);
      members.delete(userId);
      if (command === messaging.memberBan) banned.add(userId);
      this.model.tell(reason, { of: 'reason', roomId });
    });
  }

  async unban(): Promise<void> {
    const [{ userId }, roomId] = [this.choose.somebody(), this.choose.aRoom()];
    const who = this.choose.somebodyAt(roomId);
    await this.watch.ask(who, messaging.memberUnban, { roomId, userId }, () => {
      this.watch.mustGovern(who, roomId);
      this.model.room(roomId).banned.delete(userId);
    });
  }

  async mute(): Promise<void> {
    const [{ userId }, roomId, reason] = [this.choose.somebody(), this.choose.aRoom(), this.model.newWord()];
    const who = this.choose.somebodyAt(roomId);
    await this.watch.ask(who, messaging.memberMute, { roomId, userId, seconds: 60, reason }, () => {
      this.watch.mustGovern(who, roomId);
      this.model.tell(reason, { of: 'reason', roomId });
    });
  }
}
