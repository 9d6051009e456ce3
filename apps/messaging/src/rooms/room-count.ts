import {
  accepted,
  limits,
  messagingEvents,
  messagingReasons as reasons,
  refused,
  type Reply,
  type UserId,
} from '@devchitchat/contracts';
import type { Draft } from '@devchitchat/service-kit';

/**
 * What was decided, unless it brings somebody into one room more than a person can be in: their client names every room in one
 * `sync`, which has to fit into one frame.
 */
export function unlessFull(
  decided: Reply<readonly Draft[]>,
  by: UserId,
  roomsOf: (userId: UserId) => number,
): Reply<readonly Draft[]> {
  if (!decided.ok) return decided;
  const comers = decided.value.flatMap((draft) =>
    draft.type.type === messagingEvents.memberJoined.type ? [(draft.body as { readonly userId: UserId }).userId] : [],
  );
  const full = comers.find((userId) => roomsOf(userId) >= limits.roomsPerPerson);
  if (full === undefined) return decided;
  return full === by
    ? refused(reasons.roomsTooMany, { most: limits.roomsPerPerson })
    : refused(reasons.personInTooManyRooms, { most: limits.roomsPerPerson });
}

/** Whether somebody may open another direct conversation: those they open are in the lists of others, too. */
export const mayOpenMore = (opened: number): Reply<object> =>
  opened < limits.directsPerOpener ? accepted({}) : refused(reasons.directsTooMany, { most: limits.directsPerOpener });
