import type { CommandContext } from './envelope';
import { randomTrace } from '../ids/random-ids';

/**
 * The server itself is at work: it asks in no one's name, and does not stop waiting. `address` is that of a client on whose
 * behalf it asks who they are.
 */
export const serverContext = (address = ''): CommandContext<null> => ({
  actor: null,
  trace: randomTrace(),
  address,
  isAwaited: () => true,
});
