import type { CommandContext } from '../nats/envelope';
import { randomTrace } from '../ids/random-ids';

/** The server itself is at work: nobody asked, and nobody stops waiting. */
export const serverContext = (): CommandContext<null> => ({
  actor: null,
  trace: randomTrace(),
  address: '',
  isAwaited: () => true,
});
