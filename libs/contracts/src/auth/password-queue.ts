import { signInAtOnce, signInCrowd } from './reasons';

/** Refusals of commands that check or set a password: hashing is slow, and only a few passwords are hashed at once. */
export const passwordQueue = [signInAtOnce, signInCrowd] as const;
