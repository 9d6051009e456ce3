import { authEvents, refused, reservedHandles, type Reply, type User } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

/** Handles are compared by this. They are ASCII by their schema, so no locale has a say. */
export const handleKeyOf = (handle: string): string => handle.toLowerCase();

/** Refuses a handle that cannot be had. `isTaken` speaks of its key; `comfort` is what is not lost by asking. */
export function refuseHandle(handle: string, isTaken: boolean, comfort = ''): Reply<never> | undefined {
  const isReserved = reservedHandles.includes(handleKeyOf(handle));
  if (!isReserved && !isTaken) return undefined;
  return refused('conflict', `This handle is ${isReserved ? 'reserved' : 'taken'}. Choose another one${comfort}.`);
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
