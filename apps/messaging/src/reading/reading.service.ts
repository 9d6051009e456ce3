import { limits, mentionsPerRoom, type Reading, type RoomId, type UserId } from '@devchitchat/contracts';
import { jsonBytes } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { PeopleRepository } from '../people/people.repository';
import { RoomsRepository } from '../rooms/rooms.repository';
import { MentionsRepository } from './mentions.repository';
import { ReadMarksRepository } from './read-marks.repository';

/** Maximum size of the mentions in one answer, in bytes of JSON. */
const mentionsBytes = 96 * 1024;

/** The read state in a sync. It is not in the log. */
@Injectable()
export class ReadingState {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly people: PeopleRepository,
    private readonly marks: ReadMarksRepository,
    private readonly mentions: MentionsRepository,
  ) {}

  /** The marks that moved after a revision in the client's rooms; `more` if there are further ones. */
  after(
    revision: number,
    userId: UserId,
    held: readonly RoomId[],
    entered: readonly RoomId[],
  ): { readonly reading: Reading; readonly more: boolean } {
    const moved = this.marks.movedAfter(userId, revision, held, limits.marksAtOnce);
    const more = moved.length === limits.marksAtOnce;
    const marksRevision = more ? (moved.at(-1)?.revision ?? revision) : this.marks.revision();
    const marks = moved.map(({ roomId, userId: whose, seq }) => ({ roomId, userId: whose, seq }));
    return { reading: { marksRevision, marks, mentions: shortened(this.mentionsIn(entered, userId)) }, more };
  }

  private mentionsIn(roomIds: readonly RoomId[], userId: UserId): Reading['mentions'] {
    const handle = this.people.handleOf(userId) ?? '';
    return roomIds.flatMap((roomId) => {
      const room = this.rooms.byId(roomId);
      const membership = room?.members.get(userId);
      if (!room || !membership) return [];
      const readSeq = this.marks.seqOf(roomId, userId, membership);
      if (readSeq >= room.headSeq) return [];
      const seqs = this.mentions.after(roomId, readSeq, userId, handle);
      return seqs.length > 0 ? [{ roomId, seqs }] : [];
    });
  }
}

/** The latest mentions of each room, as many per room as fit for all rooms together. */
function shortened(all: Reading['mentions']): Reading['mentions'] {
  let mentions = all.slice(0, limits.roomsPerSync);
  for (let each = mentionsPerRoom; each > 1 && jsonBytes(mentions) > mentionsBytes;) {
    each = Math.floor(each / 2);
    const maxPerRoom = each;
    mentions = mentions.map(({ roomId, seqs }) => ({ roomId, seqs: seqs.slice(-maxPerRoom) }));
  }
  return mentions;
}
