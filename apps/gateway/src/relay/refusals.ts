import { commonReasons as reasons, refused, type ErrorCode, type Rate, type Reply } from '@devchitchat/contracts';

const suspicious: ReadonlySet<ErrorCode> = new Set(['invalid', 'too_large', 'rate_limited']);

/** Whether a refusal is one that well-behaved clients hardly ever get, because they validate and wait before they send. */
export const isSuspicious = (reply: Reply<unknown>): boolean => !reply.ok && suspicious.has(reply.error.code);

/** A refusal that names the limit and when to retry. */
export const tooFast = ({ burst, perSecond }: Rate, waitMs: number): Reply<never> =>
  refused(reasons.rateTooFast, { burst, perMinute: Math.round(perSecond * 60), waitMs }, waitMs);

export const tooManyInFlight = (maxInFlight: number): Reply<never> =>
  refused(reasons.rateInFlight, { max: maxInFlight }, 1_000);

/** The client's answer for a defect; the details are in the log. */
export const defect = refused(reasons.defect);

export const noSuchCommand: Reply<never> = refused(reasons.commandUnknown);

export const oneInputOnly: Reply<never> = refused(reasons.commandInputs);
