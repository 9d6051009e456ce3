import { isEvent, type AnyEvent, type BodyOf } from '../grammar/event';
import type { UserId } from '../grammar/ids';
import { messageDeleted, wordsErased } from './events';

/** The messages whose words are gone with this event, whoever decided it. */
export function takenBackBy(event: AnyEvent): BodyOf<typeof wordsErased>['messages'] {
  if (isEvent(messageDeleted, event)) return [event.body];
  return isEvent(wordsErased, event) ? event.body.messages : [];
}

/** Who took them back: of what is erased with an account that is who had it, though the server does it for them. */
export const takerOf = (event: AnyEvent): UserId | null =>
  isEvent(wordsErased, event) ? event.body.userId : event.actorUserId;
