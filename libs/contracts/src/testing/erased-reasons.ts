import { isEvent, type AnyEvent } from '../grammar/event';
import { messagingEvents } from '../messaging';

/** The earlier events whose reasons, given by this person, the event erases. */
export const reasonsErasedBy = (event: AnyEvent, earlier: readonly AnyEvent[]): readonly AnyEvent[] =>
  isEvent(messagingEvents.wordsErased, event)
    ? earlier.filter(
        ({ eventId, actorUserId, content }) =>
          eventId < event.eventId &&
          actorUserId === event.body.userId &&
          content !== null &&
          'reason' in (content as object),
      )
    : [];
