import { accepted, defineReason, errorCodes, refused, type ErrorCode } from '@devchitchat/contracts';
import { httpStatusOf } from './http-status';

const someReason = (code: ErrorCode) => defineReason('some.reason', { code, sentence: 'No.' });

it('gives every code an HTTP status', () => {
  const statuses = errorCodes.map((code) => [code, httpStatusOf(refused(someReason(code)))]);
  expect(Object.fromEntries(statuses)).toEqual({
    invalid: 400,
    unauthenticated: 401,
    forbidden: 403,
    not_found: 404,
    conflict: 409,
    too_large: 413,
    rate_limited: 429,
    unavailable: 503,
    internal: 500,
  });
  expect(httpStatusOf(accepted(null))).toBe(200);
});
