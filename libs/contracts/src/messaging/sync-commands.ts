import * as z from 'zod';
import { bots, signedIn } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { eventEnvelope } from '../grammar/event';
import { epoch, eventId, roomId, seq } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { peoplePlace, roomPeople, roomSnapshot } from './model';
import { marksRevision, reading } from './reading';

const service = 'messaging';

/** An event as `sync` hands it out; `body` and `content` are as the event's own type says. */
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
          /** `peopleAfter` of the last answer that had people of this room, while there are more. */
          peopleAfter: peoplePlace.optional(),
        }),
      )
      .max(limits.roomsPerSync),
    /** The log that these events are from, as an earlier answer named it. */
    epoch: epoch.optional(),
    /** The last revision of the read marks that one holds, as an earlier answer named it. */
    marksAfter: marksRevision.default(0),
  }),
  value: z.object({
    /** The log that this answer is from. Another one than before: a backup was restored, and what one holds never happened. */
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
          /** More people of a room, as it is after the event `head`. They come after its events, if there were any. */
          z.object({ kind: z.literal('people'), roomId, ...roomPeople, head: eventId }),
        ]),
      )
      .max(limits.roomsPerSync),
    /** Rooms one holds and is not in any more. */
    gone: z.array(roomId).max(limits.roomsPerSync),
    /** What is only for oneself: up to which event of one's own it is, and which direct conversations are not in one's list. */
    own: z.object({ head: eventId, hidden: z.array(z.object({ roomId, seq })).max(limits.hiddenDirects) }),
    /** The answer was cut where it became too large, between two rooms, or a room has more people. Apply it, and ask again. */
    more: z.boolean(),
    reading,
  }),
  access: { ...signedIn, ...bots },
  rate: 'read',
  refusals: [],
});
