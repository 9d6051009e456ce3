import * as z from 'zod';

/** Every way a command can be refused. A closed set: a client may switch over it. */
export const errorCodes = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
  'rate_limited',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export const refusal = z.object({
  code: z.enum(errorCodes),
  /** A sentence for a person: what was wrong, which limit, what to do. Never what was sent. */
  message: z.string(),
  /** True when the same command, unchanged, may succeed later. */
  retryable: z.boolean(),
  /** When to try again, in milliseconds from now; only where it is known. */
  retryAfterMs: z.number().int().nonnegative().optional(),
});
export type Refusal = z.infer<typeof refusal>;

export type Reply<Value> = { ok: true; value: Value } | { ok: false; error: Refusal };

export const accepted = <Value>(value: Value): Reply<Value> => ({ ok: true, value });

const retryableCodes: ReadonlySet<ErrorCode> = new Set(['rate_limited', 'unavailable']);

export const refused = (code: ErrorCode, message: string, retryAfterMs?: number): { ok: false; error: Refusal } => ({
  ok: false,
  error: {
    code,
    message,
    retryable: retryableCodes.has(code),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  },
});

/** The shape of any Reply whose value has the given shape. */
export const replyOf = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: refusal }),
  ]);
