import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import type { Logger } from '../process/logger';

export interface ListenOptions {
  readonly logger: Logger;
  /** The queue group, in which one subscriber receives each message. */
  readonly queue?: string;
}

/**
 * Subscribes. Errors of `hear` are logged: thrown into nats.js, they would silently end the reading of the whole connection
 * with all its subscriptions.
 */
export function listen(
  nats: NatsConnection,
  subject: string,
  { logger, queue }: ListenOptions,
  hear: (message: Msg) => unknown,
): Subscription {
  const logFailure = (error: unknown) => logger.error('A message was not handled.', { error });
  return nats.subscribe(subject, {
    ...(queue === undefined ? {} : { queue }),
    callback: (error, message) => {
      if (error) return logger.error('A subscription failed.', { error });
      try {
        const hearing = hear(message);
        if (hearing instanceof Promise) hearing.catch(logFailure);
      } catch (thrown) {
        logFailure(thrown);
      }
    },
  });
}
