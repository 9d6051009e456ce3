import * as z from 'zod';
import { bots, signedIn } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { eventEnvelope } from '../grammar/event';
import { epoch, eventId, roomId, seq } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { peopleCursor, roomPeople, roomSnapshot } from './model';
import { marksRevision, reading } from './reading';

const service = 'messaging';

/** An event in a `sync` answer; its type determines `body` and `content`. */
const syncedEvent = eventEnvelope.extend({ body: z.unknown(), content: z.unknown() });

export const sync = defineCommand('sync', {
  service,
  summary:
    "Catches up. The request names the client's last event for each room it holds. The answer has, for each of the caller's rooms, the later events; or a snapshot if there are too many, if the room is new to the client, or if the log's epoch changed.",
  input: z.strictObject({
    rooms: z
      .array(
        z.strictObject({
          roomId,
          after: eventId,
          /** `peopleAfter` of the last answer with people of this room, if there are more. */
          peopleAfter: peopleCursor.optional(),
        }),
      )
      .max(limits.roomsPerSync),
    /** The epoch of the client's events, from an earlier answer. */
    epoch: epoch.optional(),
    /** The client's last revision of the read marks, from an earlier answer. */
    marksAfter: marksRevision.default(0),
  }),
  value: z.object({
    /** The log's epoch. If it changed, a backup was restored and the client must discard its copy. */
    epoch,
    rooms: z
      .array(
        z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('events'),
            roomId,
            events: z.array(syncedEvent).max(limits.eventsPerSync),
            head: eventId,
          }),
          z.object({ kind: z.literal('snapshot'), roomId, snapshot: roomSnapshot }),
          /** More people of a room, as of the event `head`. They follow the room's events, if there are any. */
          z.object({ kind: z.literal('people'), roomId, ...roomPeople, head: eventId }),
        ]),
      )
      .max(limits.roomsPerSync),
    /** Rooms that the client holds and the caller is no longer in. */
    gone: z.array(roomId).max(limits.roomsPerSync),
    /** The caller's private state: its last event and the hidden direct conversations. */
    own: z.object({ head: eventId, hidden: z.array(z.object({ roomId, seq })).max(limits.hiddenDirects) }),
    /**
     * True if the answer was cut between two rooms because it became too large, or if a room has more people. Apply it
     * and ask again.
     */
    more: z.boolean(),
    reading,
  }),
  access: { ...signedIn, ...bots },
  rate: 'read',
  refusals: [],
});
