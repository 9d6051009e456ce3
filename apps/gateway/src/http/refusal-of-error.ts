import { commonReasons as reasons, limits, refused, type Reply } from '@devchitchat/contracts';
import { defect } from '../relay/refusals';

export const nothingHere: Reply<never> = refused(reasons.httpNothingHere);

/** Errors of Express, its body parser and Nest carry an HTTP status; anything else is a defect. */
const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : 500;

/** Converts an error of an HTTP request into a refusal with our own text, because the original may quote client input. */
export function refusalOfError(error: unknown): Reply<never> {
  const status = statusOf(error);
  if (status === 404) return nothingHere;
  if (status === 413) return refused(reasons.httpTooLarge, { max: limits.frameBytes });
  if (status >= 400 && status < 500) return refused(reasons.httpBody);
  return defect;
}
