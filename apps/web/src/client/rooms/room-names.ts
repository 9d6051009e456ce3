import { inject, Injectable } from '@angular/core';
import type { RoomId, UserId } from '@devchitchat/contracts';
import { byName } from '../../platform/language/plain';
import { listOf, t } from '../../platform/language/t';
import { Directory } from '../people/directory';
import { Session } from '../session/session';
import type { HeldRoom } from './held-room';
import { Rooms } from './rooms';

/** The displayed names of rooms; a direct conversation is named after its other members. */
@Injectable()
export class RoomNames {
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);
  private readonly rooms = inject(Rooms);

  of(held: HeldRoom): string {
    if (held.room.kind !== 'direct') return held.room.name;
    const names = this.othersIn(held).map((userId) => this.directory.nameOf(userId));
    return names.length === 0 ? t('Notes to self') : listOf(names.sort(byName));
  }

  /** `undefined` for a room that is not held. */
  ofId(roomId: RoomId): string | undefined {
    const held = this.rooms.held().get(roomId);
    return held && this.of(held);
  }

  /** The other members of a conversation. */
  othersIn({ members }: HeldRoom): readonly UserId[] {
    const me = this.session.me()?.userId;
    return members.map(({ userId }) => userId).filter((userId) => userId !== me);
  }
}
