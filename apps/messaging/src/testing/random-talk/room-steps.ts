import { messagingCommands as messaging, type Command, type DraftOf } from '@devchitchat/contracts';
import { Steps } from './steps';

/** Creating, opening, renaming and deleting rooms. */
export class RoomSteps extends Steps {
  async create(): Promise<void> {
    const [who, kind] = [this.choose.somebody(), this.random.of(['public', 'private', 'private'] as const)];
    const [name, topic] = [this.model.newWord(), this.model.newWord()];
    await this.watch.ask(who, messaging.roomCreate, { name, topic, kind }, ({ room }) => {
      this.model.open(room.roomId, kind, [who.userId], name, topic);
    });
  }

  /** The same people must always get the same room. */
  async openDirect(): Promise<void> {
    const who = this.choose.somebody();
    const others = [this.choose.somebody(), this.choose.somebody()]
      .slice(this.random.below(2))
      .map(({ userId }) => userId);
    const people = [...new Set([who.userId, ...others])].sort();
    await this.watch.ask(who, messaging.dmOpen, { userIds: others }, ({ room: { roomId } }) => {
      const before = [...this.model.rooms.values()].find(
        ({ kind, members }) => kind === 'direct' && [...members.keys()].sort().join() === people.join(),
      );
      if (before && before.roomId !== roomId) this.watch.recordViolation('created a second room for the same people');
      if (!before) this.model.open(roomId, 'direct', people);
    });
  }

  async rename(): Promise<void> {
    const [roomId, topic] = [this.choose.aRoom(), this.model.newWord()];
    const who = this.choose.somebodyAt(roomId);
    const reply = await this.watch.ask(who, messaging.roomUpdate, { roomId, topic }, () => {
      this.watch.mustGovern(who, roomId);
      this.model.tell(topic, { of: 'room', roomId });
    });
    const isRefused = !reply.ok && reply.error.code === 'forbidden';
    if (isRefused && this.model.governs(roomId, who.userId))
      this.watch.recordViolation('was refused although the person governs the room');
  }

  async remove(): Promise<void> {
    const roomId = this.choose.aRoom();
    const who = this.choose.somebodyAt(roomId);
    await this.watch.ask(who, messaging.roomDelete, { roomId }, () => {
      this.watch.mustGovern(who, roomId);
      this.model.remove(roomId);
    });
  }

  /** Sends a command about a room that does not affect visibility. */
  async inRoom<C extends Command>(command: C, more: Omit<DraftOf<C>, 'roomId'>): Promise<void> {
    const roomId = this.choose.aRoom();
    const who = this.choose.somebodyAt(roomId);
    await this.watch.ask(who, command, { roomId, ...more } as DraftOf<C>, () => this.watch.mustBeMember(who, roomId));
  }

  async plain<C extends Command>(command: C, input: DraftOf<C>): Promise<void> {
    await this.watch.ask(this.choose.somebody(), command, input);
  }
}
