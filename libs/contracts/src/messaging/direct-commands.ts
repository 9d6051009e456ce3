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
    "Opens the direct conversation of exactly these people and the caller, and creates it if there is none. With only the caller in it, it is a place for notes. A hidden conversation returns to the caller's list.",
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
    "Hides a direct conversation from the caller's list, on all their devices, until its next message. The others are not told.",
  input: z.strictObject({ roomId }),
  value: z.object({}),
  access: roomMembers,
  rate,
  refusals: [reasons.roomUnknown, reasons.directIsRoom, reasons.directsTooManyHidden],
});
