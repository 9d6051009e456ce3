import { limits, mentionsPerRoom, quietPerRoom, type Reading, type RoomId, type UserId } from '@devchitchat/contracts';
import { jsonBytes } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { PeopleRepository } from '../people/people.repository';
import { RoomsRepository } from '../rooms/rooms.repository';
import { MentionsRepository } from './mentions.repository';
import { ReadMarksRepository } from './read-marks.repository';

/** Maximum size of the mentions in one answer, and of the messages that do not count, each in bytes of JSON. */
const listBytes = 96 * 1024;

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
    const handle = this.people.handleOf(userId) ?? '';
    const [mentions, quiet]: [Seqs[], Seqs[]] = [[], []];
    for (const { roomId, readSeq, headSeq } of this.unreadAmong(entered, userId)) {
      mentions.push({ roomId, seqs: this.mentions.after(roomId, readSeq, userId, handle) });
      quiet.push({ roomId, seqs: this.mentions.quietAfter(roomId, readSeq, headSeq, userId) });
    }
    return {
      reading: {
        marksRevision,
        marks,
        mentions: shortened(mentions, mentionsPerRoom),
        ...(quiet.some(({ seqs }) => seqs.length > 0) && { quiet: shortened(quiet, quietPerRoom) }),
      },
      more,
    };
  }

  /** The rooms with messages after the person's read mark. */
  private unreadAmong(roomIds: readonly RoomId[], userId: UserId) {
    return roomIds.flatMap((roomId) => {
      const room = this.rooms.byId(roomId);
      const membership = room?.members.get(userId);
      if (!room || !membership) return [];
      const { headSeq } = room;
      const readSeq = this.marks.seqOf(roomId, userId, membership);
      return readSeq < headSeq ? [{ roomId, readSeq, headSeq }] : [];
    });
  }
}

type Seqs = Reading['mentions'][number];

/** The latest messages of each room that has any, as many per room as fit for all rooms together. */
function shortened(all: readonly Seqs[], perRoom: number): Seqs[] {
  let rooms = all.filter(({ seqs }) => seqs.length > 0).slice(0, limits.roomsPerSync);
  for (let each = perRoom; each > 1 && jsonBytes(rooms) > listBytes;) {
    each = Math.floor(each / 2);
    const maxPerRoom = each;
    rooms = rooms.map(({ roomId, seqs }) => ({ roomId, seqs: seqs.slice(-maxPerRoom) }));
  }
  return rooms;
}
