import type { AnyEvent, Audience, Scope, UserId } from '@devchitchat/contracts';
import type { EventLog } from './event-log';
import type { ScopeHeads } from './scope-heads';

/** Events at the end of the log that may not have been published. Many times the largest commit. */
const uncertain = 2_000;

/** Determines the audience of a scope's head. Only services whose scopes are rooms or calls provide it. */
export interface ScopeAudience {
  /** @param recent the scope's last events, for people who have left since */
  of(scope: Scope, recent: readonly AnyEvent[]): Audience;
}

/** The server's own scope concerns everyone, a user's scope only that user. */
const byKind = ({ kind, id }: Scope): Audience => {
  if (kind === 'server') return 'everyone';
  const person = id as UserId;
  return kind === 'user' ? [person] : [];
};

/**
 * Publishes heads after a start. A process that stops between a commit and its publishing leaves unpublished events. A
 * retry of their command changes and publishes nothing, so clients learn of them only from these heads.
 */
export function remindOfHeads(log: EventLog, heads: ScopeHeads, audience: ScopeAudience = { of: byKind }): void {
  const recent = log.after(Math.max(0, log.head() - uncertain), uncertain);
  for (const events of Map.groupBy(recent, ({ scope }) => `${scope.kind}:${scope.id}`).values()) {
    const event = events.at(-1);
    if (event) heads.note({ event, audience: audience.of(event.scope, events) });
  }
}
