import * as z from 'zod';
import { errorCodes, filledIn, type ErrorCode, type ParamsOf, type ParamValues, type Reason } from './reason';

export const refusal = z.object({
  code: z.enum(errorCodes),
  /** The reason: declared by the command, or shared by all commands. */
  reason: z.string(),
  /** The values in the reason's sentence: numbers, ids and names from the contracts. Omitted if it has none. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** The reason's English sentence, for logs, bots and clients without a translation. Never repeats the input. */
  message: z.string(),
  /** True when the same command, unchanged, may succeed later. */
  retryable: z.boolean(),
  /** When to try again, in milliseconds from now; omitted if unknown. */
  retryAfterMs: z.number().int().nonnegative().optional(),
});
export type Refusal = z.infer<typeof refusal>;

export interface Refused {
  ok: false;
  error: Refusal;
}

export type Reply<Value> = { ok: true; value: Value } | Refused;

export const accepted = <Value>(value: Value): Reply<Value> => ({ ok: true, value });

const retryableCodes: ReadonlySet<ErrorCode> = new Set(['rate_limited', 'unavailable']);

type Given<R extends Reason> = keyof R['params'] extends never
  ? [params?: Readonly<Record<string, never>>, retryAfterMs?: number]
  : [params: ParamsOf<R>, retryAfterMs?: number];

/** A refusal for a declared reason. `retryAfterMs` is omitted if it is unknown when to try again. */
export function refused<R extends Reason>(reason: R, ...given: Given<R>): Refused {
  const [params = {}, retryAfterMs]: readonly [ParamValues?, number?] = given;
  return {
    ok: false,
    error: {
      code: reason.code,
      reason: reason.name,
      ...(Object.keys(params).length > 0 && { params }),
      message: filledIn(reason.sentence, params),
      retryable: retryableCodes.has(reason.code),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    },
  };
}

/** The shape of any Reply whose value has the given shape. */
export const replyOf = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: refusal }),
  ]);
