import type { PeerId } from '@devchitchat/contracts';
import { randomBytes } from '../../../platform/browser/random';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id for a call session: 80 random bits in Crockford's base32. */
export const newPeerId = (): PeerId =>
  `p_${Array.from(randomBytes(16), (byte) => alphabet[byte & 31]).join('')}` as PeerId;
