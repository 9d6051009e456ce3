import {
  peoplePerNotice,
  presenceStates,
  type PresenceState,
  type SaidState,
  type UserId,
} from '@devchitchat/contracts';

/** How people are here. Who is not named is offline. */
export type PeopleHere = ReadonlyMap<UserId, SaidState>;

/** Adds up what is known from several sides: of all that is said of somebody, the best counts. */
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

/** Whoever is another way now than before. */
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

/** As many people as one notice takes, then the next ones; one part with nobody in it where there is nobody. */
export function inParts<Person>(people: readonly Person[]): Person[][] {
  const parts = Array.from({ length: Math.ceil(people.length / peoplePerNotice) }, (_, at) =>
    people.slice(at * peoplePerNotice, (at + 1) * peoplePerNotice),
  );
  return parts.length > 0 ? parts : [[]];
}
