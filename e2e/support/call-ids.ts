import { randomBytes } from 'node:crypto';
import type { PeerId } from '@devchitchat/contracts';

/** A peer id as a browser makes one. Hexadecimal digits are among those an id may have. */
export const newPeerId = (): PeerId => `p_${randomBytes(8).toString('hex')}` as PeerId;
