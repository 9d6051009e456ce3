import { signInAtOnce, signInCrowd } from './reasons';

/** Why a command that checks or sets a password may be turned away: hashing one takes long, and a few are hashed at once. */
export const passwordQueue = [signInAtOnce, signInCrowd] as const;
