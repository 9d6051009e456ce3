import {
  peoplePerNotice,
  presenceStates,
  type PresenceState,
  type SaidState,
  type UserId,
} from '@devchitchat/contracts';

/** Presence states by user. Users without an entry are offline. */
export type PeopleHere = ReadonlyMap<UserId, SaidState>;

/** Merges presence from several sources: the best state of each user counts. */
export function merged(sides: Iterable<Iterable<readonly [UserId, SaidState]>>): PeopleHere {
  const people = new Map<UserId, SaidState>();
  for (const side of sides) {
    for (const [userId, state] of side) {
      const known = people.get(userId);
      if (!known || isBetter(state, known)) people.set(userId, state);
    }
  }
  return people;
}

const isBetter = (a: SaidState, b: SaidState): boolean => presenceStates.indexOf(a) < presenceStates.indexOf(b);

/** The users whose state differs between the two. */
export function changes(before: PeopleHere, now: PeopleHere): { userId: UserId; state: PresenceState }[] {
  const gone = [...before.keys()].filter((userId) => !now.has(userId));
  const changed = [...now].filter(([userId, state]) => before.get(userId) !== state);
  return [
    ...gone.map((userId) => ({ userId, state: 'offline' as const })),
    ...changed.map(([userId, state]) => ({ userId, state })),
  ];
}

export const listed = (people: PeopleHere): { userId: UserId; state: SaidState }[] =>
  Array.from(people, ([userId, state]) => ({ userId, state }));

/** Splits people into parts that each fit into one notice; an empty list gives one empty part. */
export function inParts<Person>(people: readonly Person[]): Person[][] {
  const parts = Array.from({ length: Math.ceil(people.length / peoplePerNotice) }, (_, at) =>
    people.slice(at * peoplePerNotice, (at + 1) * peoplePerNotice),
  );
  return parts.length > 0 ? parts : [[]];
}
