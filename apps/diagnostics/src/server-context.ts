import { randomTrace, type CommandContext } from '@devchitchat/service-kit';

/** The server itself is at work: nobody asked, and nobody stops waiting. */
export const serverContext = (): CommandContext<null> => ({
  actor: null,
  trace: randomTrace(),
  address: '',
  isAwaited: () => true,
});
