import * as z from 'zod';
import { roomMembers, signedIn } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { roomId, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { roomSnapshot } from './model';
import { noSuchRoom } from './no-such-room';

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
  refusals: {
    not_found: 'Somebody of them is not here, or not any more, and there is no conversation of before.',
    conflict: `You have opened ${limits.directsPerOpener} conversations, or somebody of them is in ${limits.roomsPerPerson} rooms already.`,
  },
});

export const dmHide = defineCommand('dm.hide', {
  service,
  summary:
    "Takes a direct conversation out of one's own list, on all of one's devices, until something is said in it. Nobody else learns of it.",
  input: z.strictObject({ roomId }),
  value: z.object({}),
  access: roomMembers,
  rate,
  refusals: {
    not_found: noSuchRoom,
    conflict: `It is a room, which is left and not hidden; or ${limits.hiddenDirects} are hidden already.`,
  },
});
