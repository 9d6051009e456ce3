import type { AnyEvent } from '@devchitchat/contracts';
import type { Draft } from '../event-log/draft';

/** The event that a log makes of its draft number `at`, counted from 0. Events are numbered from 1, a second apart. */
export const loggedEvent = ({ type, scopeId, body, content }: Draft, at: number): AnyEvent => ({
  eventId: at + 1,
  prev: at,
  ts: (at + 1) * 1_000,
  actorUserId: null,
  scope: { kind: type.scope, id: scopeId },
  type: type.type,
  trace: '0'.repeat(16),
  body,
  content,
});
