import { authEvents, refused, reservedHandles, type Reply, type User } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

/** Handles are compared by this. They are ASCII by their schema, so no locale has a say. */
export const handleKeyOf = (handle: string): string => handle.toLowerCase();

/** Refuses a handle that cannot be had. `isTaken` speaks of its key. */
export function refuseHandle(handle: string, isTaken: boolean): Reply<never> | undefined {
  if (reservedHandles.includes(handleKeyOf(handle))) {
    return refused('conflict', 'This handle is reserved. Choose another one; the invite is still good.');
  }
  if (isTaken) return refused('conflict', 'This handle is taken. Choose another one; the invite is still good.');
  return undefined;
}

/** The name somebody has already is no change, and nobody needs to hear of it. */
export function changeDisplayName({ userId, displayName }: User, wanted: string): readonly Draft[] {
  if (displayName === wanted) return [];
  const changed = draft(authEvents.userProfileChanged, {
    scopeId: '',
    body: { userId },
    content: { displayName: wanted },
    audience: 'everyone',
  });
  return [changed];
}
