import * as z from 'zod';
import { limits } from '../grammar/limits';
import { problems } from '../grammar/problems';
import { invisible, line, textUpTo } from '../grammar/text';

/** Number of colours for names. Their contrast is tested in both themes. */
export const nameTones = 10;

/** The name of a picture's bytes: the first 16 hexadecimal digits of their SHA-256. */
export const pictureId = z.string().regex(/^[0-9a-f]{16}$/, problems.id);

/** The sides of the two forms of a picture, in pixels. Both are square WebP. */
export const pictureSizes = [128, 512] as const;
export const pictureSize = z.literal(pictureSizes);
export type PictureSize = z.infer<typeof pictureSize>;

/** A colour for a name, by its index. */
export const nameTone = z
  .number()
  .int()
  .min(0)
  .max(nameTones - 1);

/** A person about themselves, in several lines. */
export const bio = textUpTo(limits.bioBytes)
  .overwrite((text) => text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim())
  // Control characters also take six bytes in JSON each, and a page of people must fit into one message.
  .refine((text) => text.split('\n').every((one) => !invisible.test(one)), { message: problems.invisible });

/** Pronouns, or a few words about how things are. */
export const pronouns = line(1, limits.pronounsLength);

/** The parts of a profile that people may leave out. */
export const profileParts = {
  /** The id of the picture; omitted without one. */
  picture: pictureId.optional(),
  /** The chosen colour of the name; omitted for the automatic one. */
  tone: nameTone.optional(),
  bio: z.string().optional(),
  pronouns: z.string().optional(),
};

/** Base64 of at most `max` bytes. */
export const base64Of = (max: number) =>
  z
    .string()
    .min(4)
    .max(Math.ceil(max / 3) * 4)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, problems.form);
