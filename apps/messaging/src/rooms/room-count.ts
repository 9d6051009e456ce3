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
 * Returns the decision, or a refusal if it adds a person to more rooms than the limit. Clients name all their rooms in
 * one `sync`, which has to fit into one frame.
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
    ? refused(reasons.roomsTooMany, { max: limits.roomsPerPerson })
    : refused(reasons.personInTooManyRooms, { max: limits.roomsPerPerson });
}

/** Whether the person may open another direct room. Limited, because each also appears in the lists of others. */
export const mayOpenMore = (opened: number): Reply<object> =>
  opened < limits.directsPerOpener ? accepted({}) : refused(reasons.directsTooMany, { max: limits.directsPerOpener });
