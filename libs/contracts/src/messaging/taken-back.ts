import { isEvent, type AnyEvent, type BodyOf } from '../grammar/event';
import type { UserId } from '../grammar/ids';
import { messageDeleted, wordsErased } from './events';

/** The messages whose texts an event erases, however it came about. */
export function takenBackBy(event: AnyEvent): BodyOf<typeof wordsErased>['messages'] {
  if (isEvent(messageDeleted, event)) return [event.body];
  return isEvent(wordsErased, event) ? event.body.messages : [];
}

/** The person who deleted them. If the server erases a deleted account's messages, that is the account's person. */
export const takerOf = (event: AnyEvent): UserId | null =>
  isEvent(wordsErased, event) ? event.body.userId : event.actorUserId;
