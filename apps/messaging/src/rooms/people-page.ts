import { limits, type Ban, type Member, type Mute, type PeoplePlace, type RoomSnapshot } from '@devchitchat/contracts';
import { thatFit } from '@devchitchat/service-kit';

/** Somebody in one of a room's lists, and the event by which they came to be in it. */
export interface Listed<Item> {
  readonly eventId: number;
  readonly item: Item;
}

/** Everybody whom a room has in a list, each in the order of their events. */
export interface People {
  readonly members: readonly Listed<Member>[];
  readonly bans: readonly Listed<Ban>[];
  readonly mutes: readonly Listed<Mute>[];
}

/** In this order the lists are told. */
const lists = ['members', 'bans', 'mutes'] as const;

/** Bytes of people in one answer, beside which its messages have room. */
const peopleBytes = 128 * 1024;

/** Those after a place, or the first ones, as many as fit, and the place after them where there are more. */
export function peopleAfter(
  people: People,
  place: PeoplePlace | null,
): Pick<RoomSnapshot, 'members' | 'bans' | 'mutes' | 'peopleAfter'> {
  const [from = 'members', after = '0'] = place?.split('.') ?? [];
  const first = lists.findIndex((list) => list === from);
  const left = lists.flatMap((list, at) =>
    at < first
      ? []
      : people[list].filter(({ eventId }) => at > first || eventId > Number(after)).map((each) => ({ list, each })),
  );
  const told = thatFit(left.slice(0, limits.peoplePerSnapshot - 1), peopleBytes);
  const last = told.at(-1);
  const itemsOf = (wanted: (typeof lists)[number]) =>
    told.filter(({ list }) => list === wanted).map(({ each }) => each.item);
  return {
    members: itemsOf('members') as Member[],
    bans: itemsOf('bans') as Ban[],
    mutes: itemsOf('mutes') as Mute[],
    peopleAfter: last && told.length < left.length ? `${last.list}.${last.each.eventId}` : null,
  };
}
