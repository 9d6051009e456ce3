import { limits, type Ban, type Member, type Mute, type PeopleCursor, type RoomSnapshot } from '@devchitchat/contracts';
import { fittingPrefix } from '@devchitchat/service-kit';

/** An entry of one of a room's lists, with the event that created it. */
export interface Listed<Item> {
  readonly eventId: number;
  readonly item: Item;
}

/** A room's lists of people, each ordered by event. */
export interface People {
  readonly members: readonly Listed<Member>[];
  readonly bans: readonly Listed<Ban>[];
  readonly mutes: readonly Listed<Mute>[];
}

/** Pages go through the lists in this order. */
const lists = ['members', 'bans', 'mutes'] as const;

/** Maximum size of the people in one answer, in bytes of JSON, which leaves space for messages. */
const peopleBytes = 128 * 1024;

/** One page of people: those after a position, or the first ones. Includes the next position if there are more. */
export function peopleAfter(
  people: People,
  cursor: PeopleCursor | null,
): Pick<RoomSnapshot, 'members' | 'bans' | 'mutes' | 'peopleAfter'> {
  const [from = 'members', after = '0'] = cursor?.split('.') ?? [];
  const first = lists.findIndex((list) => list === from);
  const left = lists.flatMap((list, at) =>
    at < first
      ? []
      : people[list].filter(({ eventId }) => at > first || eventId > Number(after)).map((each) => ({ list, each })),
  );
  const page = fittingPrefix(left.slice(0, limits.peoplePerSnapshot - 1), peopleBytes);
  const last = page.at(-1);
  const itemsOf = (wanted: (typeof lists)[number]) =>
    page.filter(({ list }) => list === wanted).map(({ each }) => each.item);
  return {
    members: itemsOf('members') as Member[],
    bans: itemsOf('bans') as Ban[],
    mutes: itemsOf('mutes') as Mute[],
    peopleAfter: last && page.length < left.length ? `${last.list}.${last.each.eventId}` : null,
  };
}
