import { refused, type ErrorCode, type Rate, type Reply } from '@devchitchat/contracts';

const suspicious: ReadonlySet<ErrorCode> = new Set(['invalid', 'too_large', 'rate_limited']);

/** A refusal that a well-made client hardly ever gets, because it checks and waits before it asks. */
export const isSuspicious = (reply: Reply<unknown>): boolean => !reply.ok && suspicious.has(reply.error.code);

const inSeconds = (milliseconds: number): string => `${Math.ceil(milliseconds / 1000)} s`;

/** Says which limit it is and when to come again. */
export function tooFast(rate: Rate, waitMs: number): Reply<never> {
  const steadily = rate.perSecond >= 1 ? `${rate.perSecond} a second` : `${Math.round(rate.perSecond * 60)} a minute`;
  const sentence = `Too fast: ${rate.burst} at once, then ${steadily}. Try again in ${inSeconds(waitMs)}.`;
  return refused('rate_limited', sentence, waitMs);
}

export const tooManyInFlight = (most: number): Reply<never> =>
  refused('rate_limited', `${most} commands wait for their answer already. Wait for some of them.`, 1_000);

/** For the one who asked; the log has the rest. */
export const defect = refused('internal', 'This went wrong on the server, and is in its log.');

export const noSuchCommand: Reply<never> = refused('invalid', 'There is no such command here.');

export const oneInputOnly: Reply<never> = refused('invalid', 'A command has one input.');
