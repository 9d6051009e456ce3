import { computed, inject, Injectable } from '@angular/core';
import type { RoomId, UserId } from '@devchitchat/contracts';
import { Directory } from '../../client/people/directory';
import { RoomAttention } from '../../client/reading/room-attention';
import { RoomNames } from '../../client/rooms/room-names';
import { latestFirst } from '../../client/rooms/room-order';
import { Rooms } from '../../client/rooms/rooms';
import { Session } from '../../client/session/session';
import { byName } from '../../platform/language/plain';
import { OpenConversation } from './open-conversation';
import { noteOf, type PaletteEntry } from './palette-entry';

/** The palette's conversations and people. */
@Injectable()
export class PalettePeople {
  private readonly rooms = inject(Rooms);
  private readonly names = inject(RoomNames);
  private readonly directory = inject(Directory);
  private readonly attention = inject(RoomAttention);
  private readonly session = inject(Session);
  private readonly conversation = inject(OpenConversation);

  /** The user's direct conversations, also hidden ones, with the people in them; the latest message first. */
  private readonly conversations = computed(() => {
    const directs = [...this.rooms.held().values()].filter(({ room }) => room.kind === 'direct');
    return latestFirst(directs).map((held) => ({ held, others: this.names.othersIn(held) }));
  });

  /** Conversations of three or more, and the user's own notes. */
  groupEntries(): readonly PaletteEntry[] {
    const me = this.session.me()?.userId;
    return this.conversations()
      .filter(({ others }) => others.length !== 1)
      .map(({ held: { room, ...held }, others }) => ({
        key: room.roomId,
        icon: 'people',
        label: this.names.of({ room, ...held }),
        alias: others.map((userId) => this.handleOf(userId)).join(' '),
        about: '',
        ...noteOf(this.attention.unreadIn(room.roomId), others.length === 0 ? 'Direct message' : 'Group conversation'),
        run: () => void this.conversation.open(others.length === 0 && me ? [me] : others, room.roomId),
      }));
  }

  /**
   * Everyone with a conversation, in its order, and then all people with an active account, by name. Choosing one opens
   * the conversation with them.
   */
  peopleEntries(): readonly PaletteEntry[] {
    const me = this.session.me()?.userId;
    const withOne = new Map<UserId, RoomId>();
    for (const { held, others } of this.conversations()) {
      if (others.length === 1 && others[0]) withOne.set(others[0], held.room.roomId);
    }
    const talkedTo = [...withOne.keys()];
    const order = (userId: UserId): number => (withOne.has(userId) ? talkedTo.indexOf(userId) : talkedTo.length);
    return [...this.directory.users().values()]
      .filter(({ userId, active, isBot }) => withOne.has(userId) || (userId !== me && active && !isBot))
      .toSorted((a, b) => order(a.userId) - order(b.userId) || byName(a.displayName, b.displayName))
      .map(({ userId, displayName }) => {
        const held = withOne.get(userId);
        return {
          key: userId,
          icon: 'people',
          label: displayName,
          alias: this.handleOf(userId),
          about: '',
          ...noteOf(held && this.attention.unreadIn(held), 'Direct message'),
          run: () => void this.conversation.open([userId], held),
        };
      });
  }

  private handleOf(userId: UserId): string {
    return `@${this.directory.users().get(userId)?.handle ?? '…'}`;
  }
}
