import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import type { Logger } from '../process/logger';

export interface ListenOptions {
  readonly logger: Logger;
  /** Of all who listen in the same queue, one hears each message. */
  readonly queue?: string;
}

/**
 * Subscribes. What `hear` throws or rejects with is logged: thrown into nats.js it would end the reading of the whole
 * connection without a word, and every other subscription with it.
 */
export function listen(
  nats: NatsConnection,
  subject: string,
  { logger, queue }: ListenOptions,
  hear: (message: Msg) => unknown,
): Subscription {
  const complain = (error: unknown) => logger.error('A message was not handled.', { error });
  return nats.subscribe(subject, {
    ...(queue === undefined ? {} : { queue }),
    callback: (error, message) => {
      if (error) return logger.error('A subscription failed.', { error });
      try {
        const hearing = hear(message);
        if (hearing instanceof Promise) hearing.catch(complain);
      } catch (thrown) {
        complain(thrown);
      }
    },
  });
}
