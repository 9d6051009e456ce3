import { isEvent, type AnyEvent, type BodyOf } from '../grammar/event';
import { memberBanned, memberKicked, memberLeft } from './events';

/**
 * The person and room that an event separates, however it came about; `undefined` for other events. The person may not
 * have been a member.
 */
export function departureOf(event: AnyEvent): BodyOf<typeof memberLeft> | undefined {
  if (isEvent(memberLeft, event) || isEvent(memberKicked, event) || isEvent(memberBanned, event)) return event.body;
  return undefined;
}

/** The types of the events that end a membership. */
export const departures: readonly string[] = [memberLeft.type, memberKicked.type, memberBanned.type];
