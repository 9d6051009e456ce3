import {
  authEvents,
  deletedUser,
  isEvent,
  type AnyEvent,
  type ContentOf,
  type User,
  type UserId,
} from '@devchitchat/contracts';

/** The person an event is about, as they are after it; `null` if it concerns none, or an unknown one. */
export function foldPerson(people: ReadonlyMap<UserId, User>, event: AnyEvent): User | null {
  if (isEvent(authEvents.userRegistered, event) && event.content) {
    const { userId, role } = event.body;
    return { userId, role, isBot: false, active: true, ...event.content, createdAt: event.ts };
  }
  if (isEvent(authEvents.botCreated, event) && event.content) {
    return {
      userId: event.body.userId,
      role: 'member',
      isBot: true,
      active: true,
      ...event.content,
      createdAt: event.ts,
    };
  }
  if (isEvent(authEvents.userImported, event) && event.content) {
    const { userId, isBot } = event.body;
    return { userId, role: 'member', isBot, active: false, ...event.content, createdAt: event.ts };
  }
  if (isEvent(authEvents.userProfileChanged, event) && event.content) {
    const before = people.get(event.body.userId);
    return before ? changed(before, event.content) : null;
  }
  if (isEvent(authEvents.botRevoked, event)) {
    const before = people.get(event.body.userId);
    return before ? { ...before, active: false } : null;
  }
  if (isEvent(authEvents.userDisabled, event) || isEvent(authEvents.userEnabled, event)) {
    const before = people.get(event.body.userId);
    const disabled = isEvent(authEvents.userDisabled, event);
    return before ? { ...before, active: !disabled, disabled } : null;
  }
  if (isEvent(authEvents.userDeleted, event)) {
    const before = people.get(event.body.userId);
    if (!before) return null;
    const gone = { ...deletedUser, role: 'member', active: false, disabled: false } as const;
    return changed({ ...before, ...gone }, { picture: null, tone: null, bio: null, pronouns: null });
  }
  if (isEvent(authEvents.userRoleChanged, event)) {
    const before = people.get(event.body.userId);
    return before ? { ...before, role: event.body.role } : null;
  }
  return null;
}

/** Omitted parts are unchanged, and `null` removes one. */
function changed(before: User, changes: Partial<ContentOf<typeof authEvents.userProfileChanged>>): User {
  const parts = Object.entries({ ...before, ...changes }).filter(([, part]) => part !== null);
  return Object.fromEntries(parts) as unknown as User;
}
