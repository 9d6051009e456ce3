import { fileURLToPath } from 'node:url';

/** The folder of the clone, ending in a slash. */
export const workspace = fileURLToPath(new URL('../..', import.meta.url));
