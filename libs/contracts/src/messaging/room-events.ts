import * as z from 'zod';
import { defineEvent } from '../grammar/event';
import { callId, roomId, userId } from '../grammar/ids';
import { origin } from '../grammar/imported';
import { limits } from '../grammar/limits';
import { everyoneBy, roomKind, slowModeSeconds } from './model';

const service = 'messaging';
const scope = 'room';

export const roomCreated = defineEvent('room.created', {
  service,
  scope,
  summary:
    'A room was created. Sent to everyone for a public room, to its creator for a private one, to its people for a direct one.',
  body: z.object({
    roomId,
    kind: roomKind,
    createdBy: userId.nullable(),
    /** The people of a direct conversation, which never change. */
    people: z.array(userId).min(1).max(limits.peoplePerDirect).optional(),
    /** Set for an imported room, which is hidden until the import is complete (`room.imported`). */
    origin: origin.optional(),
  }),
  content: z.object({ name: z.string(), topic: z.string() }),
});

export const roomUpdated = defineEvent('room.updated', {
  service,
  scope,
  summary: "A room's name or topic changed. Sent to its members.",
  body: z.object({
    roomId,
    /** Which of the two changed; omitted by earlier versions. */
    changed: z
      .array(z.enum(['name', 'topic']))
      .max(2)
      .optional(),
  }),
  content: z.object({ name: z.string(), topic: z.string() }),
});

export const roomSettingsChanged = defineEvent('room.settings_changed', {
  service,
  scope,
  summary: "A room's settings changed. Omitted fields are unchanged. Sent to its members.",
  body: z.object({
    roomId,
    slowModeSeconds: slowModeSeconds.optional(),
    everyoneBy: everyoneBy.optional(),
    forEverybody: z.boolean().optional(),
  }),
});

export const roomImported = defineEvent('room.imported', {
  service,
  scope,
  summary: 'An import added messages to a room. Sent to its members instead of one event per message.',
  body: z.object({
    roomId,
    /** How many messages were added since the previous such event. */ messages: z.number().int().nonnegative(),
  }),
});

export const roomCallEnded = defineEvent('room.call_ended', {
  service,
  scope,
  summary: "A call in the room ended: what is told of it in the room's history. Sent to its members.",
  body: z.object({
    roomId,
    callId,
    /** How long somebody was in it. */
    seconds: z.number().int().nonnegative(),
    /** The first people who took part, in the order of joining. */
    userIds: z.array(userId).min(1).max(limits.peoplePerLine),
    /** How many took part. */
    count: z.number().int().positive(),
  }),
});

export const roomDeleted = defineEvent('room.deleted', {
  service,
  scope,
  summary: 'A room was deleted permanently. Sent to its members; each then also gets the event of their own leaving.',
  body: z.object({ roomId }),
});
