import type { ErrorCode, Reply } from '@devchitchat/contracts';

const statusOfRefusal: Readonly<Record<ErrorCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
};

/** The HTTP status of a Reply: 200 for values, otherwise by the refusal's code. */
export const httpStatusOf = (reply: Reply<unknown>): number => (reply.ok ? 200 : statusOfRefusal[reply.error.code]);
