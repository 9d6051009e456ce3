import * as z from 'zod';
import { roomMembers, signedIn } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { roomId, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { roomSnapshot } from './model';
import * as reasons from './reasons';

const service = 'messaging';
const rate = 'change';

export const dmOpen = defineCommand('dm.open', {
  service,
  summary:
    "Opens the direct conversation of exactly these people and oneself: the one they have, else a new one. Named alone, oneself is a place for notes. It is in one's list again, if it was hidden.",
  input: z.strictObject({
    userIds: z
      .array(userId)
      .min(1)
      .max(limits.peoplePerDirect - 1),
  }),
  value: roomSnapshot,
  access: signedIn,
  rate,
  refusals: [reasons.directPersonGone, reasons.directsTooMany, reasons.roomsTooMany, reasons.personInTooManyRooms],
});

export const dmHide = defineCommand('dm.hide', {
  service,
  summary:
    "Takes a direct conversation out of one's own list, on all of one's devices, until something is said in it. Nobody else learns of it.",
  input: z.strictObject({ roomId }),
  value: z.object({}),
  access: roomMembers,
  rate,
  refusals: [reasons.roomUnknown, reasons.directIsRoom, reasons.directsTooManyHidden],
});
