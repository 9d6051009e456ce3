import type { AnyEvent, Audience, Scope, UserId } from '@devchitchat/contracts';
import type { EventLog } from './event-log';
import type { ScopeHeads } from './scope-heads';

/** Events at the end of the log of which it is not known whether they were published. Many times the largest commit. */
const uncertain = 2_000;

/** Knows whom the end of a scope concerns. Only a service whose scopes are rooms or calls has to say. */
export interface ScopeAudience {
  /** `recent` are the scope's last events, for those who were still there then. */
  of(scope: Scope, recent: readonly AnyEvent[]): Audience;
}

/** The server's own chain is everyone's, and a person's own things are that person's. */
const byKind = ({ kind, id }: Scope): Audience => {
  if (kind === 'server') return 'everyone';
  const person = id as UserId;
  return kind === 'user' ? [person] : [];
};

/**
 * A process that dies between a commit and its publishing leaves events that nobody heard. A retry of their command finds
 * them done and publishes nothing, so that it is the start after the crash that has to point at them.
 */
export function remindOfHeads(log: EventLog, heads: ScopeHeads, audience: ScopeAudience = { of: byKind }): void {
  const recent = log.after(Math.max(0, log.head() - uncertain), uncertain);
  for (const events of Map.groupBy(recent, ({ scope }) => `${scope.kind}:${scope.id}`).values()) {
    const event = events.at(-1);
    if (event) heads.note({ event, audience: audience.of(event.scope, events) });
  }
}
