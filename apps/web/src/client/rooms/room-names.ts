import { inject, Injectable } from '@angular/core';
import type { RoomId, UserId } from '@devchitchat/contracts';
import { listOf, t } from '../../platform/language/t';
import { Directory } from '../people/directory';
import { Session } from '../session/session';
import type { HeldRoom } from './held-room';
import { Rooms } from './rooms';

/** What rooms are called on the page: a direct conversation by the others in it. */
@Injectable()
export class RoomNames {
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);
  private readonly rooms = inject(Rooms);

  of(held: HeldRoom): string {
    if (held.room.kind !== 'direct') return held.room.name;
    const names = this.othersIn(held).map((userId) => this.directory.nameOf(userId));
    return names.length === 0 ? t('Notes to self') : listOf(names.sort((a, b) => a.localeCompare(b)));
  }

  /** `undefined` of a room that is not held. */
  ofId(roomId: RoomId): string | undefined {
    const held = this.rooms.held().get(roomId);
    return held && this.of(held);
  }

  /** Whom one is in a conversation with. */
  othersIn({ members }: HeldRoom): readonly UserId[] {
    const me = this.session.me()?.userId;
    return members.map(({ userId }) => userId).filter((userId) => userId !== me);
  }
}
