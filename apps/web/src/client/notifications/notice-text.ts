import type { EventOf, messagingEvents } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import type { Directory } from '../people/directory';
import type { HeldRoom } from '../rooms/held-room';
import type { RoomNames } from '../rooms/room-names';

type Sent = EventOf<typeof messagingEvents.messageSent>;

/** Characters of a message that a notification shows. */
const maxBodyLength = 200;

/** The title and body of a message's notification. */
export class NoticeText {
  constructor(
    private readonly names: RoomNames,
    private readonly directory: Directory,
  ) {}

  titleOf({ actorUserId }: Sent, held: HeldRoom): string {
    if (held.room.kind === 'direct') return this.names.of(held);
    const name = actorUserId === null ? '' : this.directory.nameOf(actorUserId);
    return t('{name} in {room}', { name, room: held.room.name });
  }

  async bodyOf({ content }: Sent): Promise<string> {
    // Loaded with the first room that is shown, or now: no earlier code needs it.
    const { lineOf } = await import('../messages/files-in-words');
    return lineOf(content ?? { text: null }, this.directory)
      .slice(0, maxBodyLength)
      .toWellFormed();
  }
}
