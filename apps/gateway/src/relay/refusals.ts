import { commonReasons as reasons, refused, type ErrorCode, type Rate, type Reply } from '@devchitchat/contracts';

const suspicious: ReadonlySet<ErrorCode> = new Set(['invalid', 'too_large', 'rate_limited']);

/** A refusal that a well-made client hardly ever gets, because it checks and waits before it asks. */
export const isSuspicious = (reply: Reply<unknown>): boolean => !reply.ok && suspicious.has(reply.error.code);

/** Says which limit it is and when to come again. */
export const tooFast = ({ burst, perSecond }: Rate, waitMs: number): Reply<never> =>
  refused(reasons.rateTooFast, { burst, perMinute: Math.round(perSecond * 60), waitMs }, waitMs);

export const tooManyInFlight = (maxInFlight: number): Reply<never> =>
  refused(reasons.rateInFlight, { most: maxInFlight }, 1_000);

/** For the one who asked; the log has the rest. */
export const defect = refused(reasons.defect);

export const noSuchCommand: Reply<never> = refused(reasons.commandUnknown);

export const oneInputOnly: Reply<never> = refused(reasons.commandInputs);
