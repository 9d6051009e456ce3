import { authEvents, isEvent, type AnyEvent, type User, type UserId } from '@devchitchat/contracts';

/** The person an event is about, as they are after it; `null` if it is about nobody, or about somebody unknown. */
export function foldPerson(people: ReadonlyMap<UserId, User>, event: AnyEvent): User | null {
  if (isEvent(authEvents.userRegistered, event) && event.content) {
    const { userId, role } = event.body;
    return { userId, role, ...event.content, createdAt: event.ts };
  }
  if (isEvent(authEvents.userProfileChanged, event) && event.content) {
    const before = people.get(event.body.userId);
    return before ? { ...before, ...event.content } : null;
  }
  return null;
}
