import { randomBytes } from 'node:crypto';
import type { PeerId } from '@devchitchat/contracts';

/** Generates a peer id as a browser does. Hexadecimal digits are a subset of the allowed characters. */
export const newPeerId = (): PeerId => `p_${randomBytes(8).toString('hex')}` as PeerId;
