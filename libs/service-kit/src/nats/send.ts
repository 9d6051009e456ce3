import { commonReasons, refused } from '@devchitchat/contracts';
import type { Msg, NatsConnection } from '@nats-io/transport-node';

/** Why a message was not sent: it is larger than nats-server carries, or the connection is closing or closed. */
export type Unsent = 'too large' | 'away';

/** The largest message that NATS carries, in bytes, where the server has not said otherwise yet. */
const usualMaxPayload = 1024 * 1024;

/** The largest message that this connection's server carries, in bytes. A larger one makes nats.js throw. */
export const maxPayloadOf = ({ info }: NatsConnection): number => info?.max_payload ?? usualMaxPayload;

/** At most three bytes per UTF-16 unit, so that the bytes of a short text need no counting. */
const fits = (text: string, bytes: number): boolean => text.length * 3 <= bytes || Buffer.byteLength(text) <= bytes;

/**
 * Publishes, and never throws. nats.js throws where a message is too large or the connection is ending; in a subscription's
 * callback that ends the reading of the whole connection, and in a promise nobody awaits it ends the process.
 * `undefined` when the message was sent.
 */
export function send(nats: NatsConnection, subject: string, text: string, reply?: string): Unsent | undefined {
  if (!fits(text, maxPayloadOf(nats))) return 'too large';
  try {
    nats.publish(subject, text, reply === undefined ? {} : { reply });
    return undefined;
  } catch {
    return 'away';
  }
}

/** Answers a request with JSON, and never throws. A message that wants no answer gets none. */
export function respond(nats: NatsConnection, request: Pick<Msg, 'reply'>, answer: unknown): Unsent | undefined {
  return request.reply ? send(nats, request.reply, JSON.stringify(answer)) : undefined;
}

/** In place of an answer too large to send. A list that is not paged as its contract has to be: a defect of ours. */
export const answerTooLarge = (nats: NatsConnection) =>
  refused(commonReasons.answerTooLarge, { most: maxPayloadOf(nats) });
