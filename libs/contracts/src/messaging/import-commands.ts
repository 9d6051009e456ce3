import * as z from 'zod';
import { anyone } from '../grammar/access';
import { handle } from '../auth/model';
import { defineCommand } from '../grammar/command';
import { roomId } from '../grammar/ids';
import { importedAtOnce, importSource, sourceId } from '../grammar/imported';
import { importedMessage } from './imported-message';
import { roomKind, roomName, topic } from './model';
import * as reasons from './reasons';

const service = 'messaging';

/** Identifies a room of another service. */
const place = { source: importSource, id: sourceId };

/** On no client's surface, like the other commands here: only `npm run import` sends it, with its own credentials. */
export const importRoom = defineCommand('import.room', {
  service,
  summary: 'Starts or resumes the import of a room from another service. No one sees the room before `import.finish`.',
  input: z.strictObject({
    ...place,
    kind: roomKind,
    name: roomName,
    topic,
    /** The owner's handle; if omitted, the longest-standing admin becomes the owner. */
    owner: handle.optional(),
  }),
  value: z.object({
    roomId,
    isNew: z.boolean(),
    /** The room's kind, which an existing one keeps. */
    kind: roomKind,
  }),
  access: anyone,
  rate: 'change',
  refusals: [reasons.importOwnerUnknown, reasons.importRoomDeleted],
});

export const importMessages = defineCommand('import.messages', {
  service,
  summary:
    'Adds messages to an imported room, in the given order, all or none. Messages that were imported before are unchanged. Clients get no event per message.',
  input: z.strictObject({ ...place, messages: z.array(importedMessage).min(1).max(importedAtOnce) }),
  value: z.object({
    added: z.number().int(),
    /** Messages that were pinned in the source but not here, because the room has the maximum number of pins. */
    notPinned: z.number().int(),
  }),
  access: anyone,
  rate: 'message',
  refusals: [reasons.importNotBegun, reasons.importRoomDeleted],
});

export const importFinish = defineCommand('import.finish', {
  service,
  summary:
    'Completes the import of a room: it takes its name, with a number if that is taken, the owner joins it, others may join, and its members catch up.',
  input: z.strictObject(place),
  value: z.object({ name: z.string() }),
  access: anyone,
  rate: 'change',
  refusals: [reasons.importNotBegun, reasons.importRoomDeleted],
});
