import type { Reading, RoomId, UserId } from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import { PeopleRepository } from '../people/people.repository';
import { RoomsRepository } from '../rooms/rooms.repository';
import { MentionsRepository } from './mentions.repository';
import { ReadMarksRepository } from './read-marks.repository';

/** Marks told in one answer. About 400 kB of JSON. */
const marksPerAnswer = 5_000;

/** What somebody who catches up is told of reading: it is not in the log. */
@Injectable()
export class ReadingState {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly people: PeopleRepository,
    private readonly marks: ReadMarksRepository,
    private readonly mentions: MentionsRepository,
  ) {}

  /** The marks that moved after a revision in the rooms one holds; `more` when that was not all of them. */
  after(
    revision: number,
    userId: UserId,
    held: readonly RoomId[],
    entered: readonly RoomId[],
  ): { readonly reading: Reading; readonly more: boolean } {
    const moved = this.marks.movedAfter(userId, revision, held, marksPerAnswer);
    const more = moved.length === marksPerAnswer;
    const marksRevision = more ? (moved.at(-1)?.revision ?? revision) : this.marks.revision();
    const marks = moved.map(({ roomId, userId: whose, seq }) => ({ roomId, userId: whose, seq }));
    return { reading: { marksRevision, marks, mentions: this.mentionsIn(entered, userId) }, more };
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
