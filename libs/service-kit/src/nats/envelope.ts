import { actor, refuseActor, traceId, type Actor, type ActorNeeded, type Reply } from '@devchitchat/contracts';
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
  /** What speaks against the actor, as they are now; left out where nobody asked. Asked again in the transaction. */
  refusal?(): Extract<Reply<never>, { ok: false }> | undefined;
  /** False once the sender has stopped waiting: then a refusal is the only honest answer. */
  isAwaited(): boolean;
}

export type SignedInContext = CommandContext<Actor>;

/** Knows the role that somebody has now: the one in a request may be older. */
export interface CurrentActors {
  asOfNow(actor: Actor): Actor;
}

export function contextOf(envelope: RequestEnvelope, needs: ActorNeeded, actors?: CurrentActors): CommandContext {
  const { actor: sent } = envelope;
  const until = performance.now() + envelope.budgetMs;
  return {
    actor: sent,
    trace: envelope.trace,
    address: envelope.address,
    refusal: () => refuseActor(needs, needs === 'admin' && sent && actors ? actors.asOfNow(sent) : sent),
    isAwaited: () => performance.now() < until,
  };
}
