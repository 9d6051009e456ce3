import type { CommandContext } from './envelope';
import { randomTrace } from '../ids/random-ids';

/**
 * The context of the server's own work, without an actor or a timeout. `address` is that of the client whose session is
 * looked up.
 */
export const serverContext = (address = ''): CommandContext<null> => ({
  actor: null,
  trace: randomTrace(),
  address,
  isAwaited: () => true,
});
