import { isEvent, type AnyEvent, type BodyOf } from '../grammar/event';
import { memberBanned, memberKicked, memberLeft } from './events';

/** Who is not in which room any more after this event, whoever decided it. They may not have been in it before. */
export function departureOf(event: AnyEvent): BodyOf<typeof memberLeft> | undefined {
  if (isEvent(memberLeft, event) || isEvent(memberKicked, event) || isEvent(memberBanned, event)) return event.body;
  return undefined;
}

/** The types of the events after which somebody is not in a room any more. */
export const departures: readonly string[] = [memberLeft.type, memberKicked.type, memberBanned.type];
