import * as z from 'zod';
import { signedIn } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { problems } from '../grammar/problems';
import { displayName, user } from './model';
import { base64Of, bio, nameTone, pictureId, pictureSize, pronouns } from './profile';
import * as reasons from './reasons';

const service = 'auth';

/** Admins may name a bot. Omitted, the caller's own profile changes. */
const whose = { userId: userId.optional() };

export const profileUpdate = defineCommand('auth.profile_update', {
  service,
  summary:
    "Changes the caller's profile, or, for admins, a bot's. Omitted fields are unchanged, and `null` removes one. A picture is set with `PUT /api/picture`.",
  input: z
    .strictObject({
      ...whose,
      displayName: displayName.optional(),
      /** Removes the picture. */
      picture: z.null().optional(),
      tone: nameTone.nullable().optional(),
      bio: bio.nullable().optional(),
      pronouns: pronouns.nullable().optional(),
    })
    .refine(({ userId: _whose, ...changes }) => Object.values(changes).some((change) => change !== undefined), {
      message: problems.changes_nothing,
    }),
  value: z.object({ user }),
  access: signedIn,
  rate: 'change',
  refusals: [reasons.botUnknown],
});

/** On no client's surface: the gateway encodes pictures that people send, and asks for those that it serves. */
export const pictureSet = defineCommand('auth.picture_set', {
  service,
  summary: "Sets the caller's picture, or, for admins, a bot's: square WebP of 128 and of 512 pixels, in base64.",
  input: z.strictObject({
    ...whose,
    small: base64Of(limits.smallPictureBytes),
    large: base64Of(limits.largePictureBytes),
  }),
  value: z.object({ user }),
  access: signedIn,
  rate: 'change',
  refusals: [reasons.botUnknown, reasons.pictureUnreadable, reasons.pictureTooLarge, reasons.pictureBusy],
});

export const pictureRead = defineCommand('auth.picture_read', {
  service,
  summary: "Returns a person's current picture in base64.",
  input: z.strictObject({ userId, picture: pictureId, size: pictureSize }),
  value: z.object({ bytes: base64Of(limits.largePictureBytes) }),
  access: signedIn,
  rate: 'file',
  refusals: [reasons.pictureUnknown],
});
