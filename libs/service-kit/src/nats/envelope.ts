import { actor, refuseActor, traceId, type Actor, type ActorNeeded, type Refused } from '@devchitchat/contracts';
import { z } from 'zod';

/** A command on its way to a service. */
export const requestEnvelope = z.object({
  trace: traceId,
  /** The sender's timeout, in milliseconds from sending. A duration, so that no two clocks are compared. */
  budgetMs: z.number().positive(),
  actor: actor.nullable(),
  /** The client's network address, for rate limits. */
  address: z.string(),
  /** Checked against the command's schema by the gateway. */
  input: z.unknown(),
});
export type RequestEnvelope = z.infer<typeof requestEnvelope>;

export interface CommandContext<Who extends Actor | null = Actor | null> {
  readonly actor: Who;
  readonly trace: string;
  readonly address: string;
  /** The refusal for the actor's current role, if any; absent if roles are not checked. Called again in the transaction. */
  refusal?(): Refused | undefined;
  /** False once the sender's timeout has passed: the command is then refused. */
  isAwaited(): boolean;
}

export type SignedInContext = CommandContext<Actor>;

/** Provides an actor's current role: the one in a request may be outdated. */
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
