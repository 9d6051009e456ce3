import { actor, traceId, type Actor } from '@devchitchat/contracts';
import { z } from 'zod';

/** A command on its way to a service. */
export const requestEnvelope = z.object({
  trace: traceId,
  /** How long the sender waits, in milliseconds from when it sent. A duration, so that no two clocks are compared. */
  budgetMs: z.number().positive(),
  actor: actor.nullable(),
  /** The network address it came from, for counting tries. */
  address: z.string(),
  /** Checked against the command's schema by the gateway. */
  input: z.unknown(),
});
export type RequestEnvelope = z.infer<typeof requestEnvelope>;

export interface CommandContext<Who extends Actor | null = Actor | null> {
  readonly actor: Who;
  readonly trace: string;
  readonly address: string;
  /** False once the sender has stopped waiting: then a refusal is the only honest answer. */
  isAwaited(): boolean;
}

export type SignedInContext = CommandContext<Actor>;

export function contextOf(envelope: RequestEnvelope): CommandContext {
  const until = performance.now() + envelope.budgetMs;
  return {
    actor: envelope.actor,
    trace: envelope.trace,
    address: envelope.address,
    isAwaited: () => performance.now() < until,
  };
}
