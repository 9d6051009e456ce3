import * as z from 'zod';
import { defineEvent } from '../grammar/event';
import { roomId, userId } from '../grammar/ids';
import { origin } from '../grammar/imported';
import { limits } from '../grammar/limits';
import { everyoneBy, roomKind, slowModeSeconds } from './model';

const service = 'messaging';
const scope = 'room';

export const roomCreated = defineEvent('room.created', {
  service,
  scope,
  summary: 'A room was made. Everyone hears of a public one, its maker of a private one, its people of a direct one.',
  body: z.object({
    roomId,
    kind: roomKind,
    createdBy: userId.nullable(),
    /** Whose direct conversation it is, for good. */
    people: z.array(userId).min(1).max(limits.peoplePerDirect).optional(),
    /** An import brings it here; nobody sees it before it is whole (`room.imported`). */
    origin: origin.optional(),
  }),
  content: z.object({ name: z.string(), topic: z.string() }),
});

export const roomUpdated = defineEvent('room.updated', {
  service,
  scope,
  summary: 'A room has another name or topic. Its members hear it.',
  body: z.object({ roomId }),
  content: z.object({ name: z.string(), topic: z.string() }),
});

export const roomSettingsChanged = defineEvent('room.settings_changed', {
  service,
  scope,
  summary:
    'People may talk in a room in another way than before. Its members hear it. What is left out stays as it is.',
  body: z.object({ roomId, slowModeSeconds: slowModeSeconds.optional(), everyoneBy: everyoneBy.optional() }),
});

export const roomImported = defineEvent('room.imported', {
  service,
  scope,
  summary: 'What an import had for a room is in it. Its members hear it, in place of each message.',
  body: z.object({ roomId, /** How many came since this was said last. */ messages: z.number().int().nonnegative() }),
});

export const roomDeleted = defineEvent('room.deleted', {
  service,
  scope,
  summary: 'A room is closed for good. Its members hear it, and then that they have left, each of themselves.',
  body: z.object({ roomId }),
});
