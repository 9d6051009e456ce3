import { commonReasons, refused } from '@devchitchat/contracts';
import type { Msg, NatsConnection } from '@nats-io/transport-node';

/** Why a message was not sent: it is larger than nats-server carries, or the connection is closing or closed. */
export type Unsent = 'too large' | 'away';

/** The maximum message size in bytes until the server has announced its own. */
const usualMaxPayload = 1024 * 1024;

/** The maximum message size of this connection's server, in bytes. Larger messages make nats.js throw. */
export const maxPayloadOf = ({ info }: NatsConnection): number => info?.max_payload ?? usualMaxPayload;

/** A UTF-16 unit takes at most three bytes, so short texts need not be counted. */
const fits = (text: string, bytes: number): boolean => text.length * 3 <= bytes || Buffer.byteLength(text) <= bytes;

/**
 * Publishes without throwing. nats.js throws if a message is too large or the connection is closing, which would end the
 * reading of the whole connection in a subscription's callback, and the process in an unhandled promise. Returns
 * `undefined` if the message was sent.
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

/** Answers a request with JSON without throwing. Messages without a reply subject get no answer. */
export function respond(nats: NatsConnection, request: Pick<Msg, 'reply'>, answer: unknown): Unsent | undefined {
  return request.reply ? send(nats, request.reply, JSON.stringify(answer)) : undefined;
}

/** Replaces an answer that is too large: a list is not paged as its contract requires, which is a defect. */
export const answerTooLarge = (nats: NatsConnection) =>
  refused(commonReasons.answerTooLarge, { max: maxPayloadOf(nats) });
