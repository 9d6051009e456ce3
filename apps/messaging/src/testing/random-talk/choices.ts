import type { Actor, MsgId, RoomId } from '@devchitchat/contracts';
import type { SeededRandom } from '@devchitchat/service-kit/testing';
import type { WhoMaySee } from '../who-may-see';

/** Random choices that make people meet: most of a room's members, most of what exists. */
export class Choices {
  /** The messages sent so far. */
  readonly msgIds: { readonly msgId: MsgId; readonly roomId: RoomId }[] = [];

  constructor(
    private readonly model: WhoMaySee,
    readonly people: readonly Actor[],
    private readonly random: SeededRandom,
  ) {}

  somebody(): Actor {
    return this.random.of(this.people);
  }

  liveRooms(): RoomId[] {
    return [...this.model.rooms.values()].filter(({ isDeleted }) => !isDeleted).map(({ roomId }) => roomId);
  }

  /** Existing rooms that are not direct rooms. */
  liveGroups(): RoomId[] {
    return this.liveRooms().filter((roomId) => this.model.room(roomId).kind !== 'direct');
  }

  /** Usually a member of the room. */
  somebodyAt(roomId: RoomId): Actor {
    const inside = this.people.filter(({ userId }) => this.model.start(roomId, userId) !== undefined);
    return this.random.of(inside.length > 0 && this.random.below(4) > 0 ? inside : this.people);
  }

  /** Usually someone who governs the room. */
  somebodyOver(roomId: RoomId): Actor {
    const over = this.people.filter(({ userId }) => this.model.governs(roomId, userId) !== null);
    return over.length > 0 && this.random.below(4) > 0 ? this.random.of(over) : this.somebodyAt(roomId);
  }

  /** Usually a non-member of the room. */
  somebodyOutOf(roomId: RoomId): Actor {
    const outside = this.people.filter(({ userId }) => this.model.start(roomId, userId) === undefined);
    return this.random.of(outside.length > 0 && this.random.below(4) > 0 ? outside : this.people);
  }

  /** Usually an existing one. */
  aRoom(): RoomId {
    return this.random.of(this.random.below(20) === 0 ? [...this.model.rooms.keys()] : this.liveRooms());
  }

  /** Usually in its own room, and usually a recent one. */
  aMessage(): { readonly msgId: MsgId; readonly roomId: RoomId } | undefined {
    if (this.msgIds.length === 0) return undefined;
    const back = this.random.below(this.random.below(3) === 0 ? this.msgIds.length : Math.min(30, this.msgIds.length));
    const message = this.msgIds[this.msgIds.length - 1 - back]!;
    return this.random.below(10) === 0 ? { ...message, roomId: this.aRoom() } : message;
  }

  authorOf({ msgId, roomId }: { readonly msgId: MsgId; readonly roomId: RoomId }): Actor {
    const by = this.model.room(roomId).said.find((said) => said.msgId === msgId)?.by;
    return this.people.find(({ userId }) => userId === by) ?? this.somebody();
  }

  textOf({ msgId, roomId }: { readonly msgId: MsgId; readonly roomId: RoomId }): string | null | undefined {
    return this.model.room(roomId).said.find((said) => said.msgId === msgId)?.text;
  }
}
