import type { InputOf, messagingCommands, RoomId, UserId } from '@devchitchat/contracts';
import { offsetsOf, periodOf, type Offsets } from './dates';
import { facts } from './indexed-text';
import type { Operator, Query, Term } from './search-query';

/** A room that the person may read, from this `seq` on. */
export interface Readable {
  readonly roomId: RoomId;
  readonly historyStart: number;
}

/** A resolved search within the rooms the person may read. Posted to the search thread. */
export interface SearchPlan {
  readonly terms: readonly Term[];
  readonly rooms: readonly Readable[];
  /** Messages match at least one fact of each list. */
  readonly facts: readonly (readonly string[])[];
  /** Sent at or after, in epoch milliseconds. */
  readonly since: number;
  /** Sent before, in epoch milliseconds. */
  readonly until: number;
  readonly pinned: boolean;
  readonly sort: 'best' | 'newest';
  readonly offset: number;
  readonly limit: number;
}

/** Looks up the names in operators. */
export interface Known {
  readonly me: UserId;
  /** Ignores case. */
  readonly userByHandle: (handle: string) => UserId | undefined;
  readonly handleOf: (userId: UserId) => string | null;
  /** Only rooms that the person may read. */
  readonly roomsNamed: (name: string) => readonly RoomId[];
}

type Asked = Pick<
  InputOf<typeof messagingCommands.searchQuery>,
  'sort' | 'offset' | 'limit' | 'timeZone' | 'utcOffset'
>;

/** The restriction by one operator. */
interface Narrowing {
  readonly from?: string;
  readonly rooms?: readonly RoomId[];
  readonly facts?: readonly string[];
  readonly since?: number;
  readonly until?: number;
  readonly pinned?: boolean;
}

/** Resolves a query; or returns the operators whose names are unknown, with which nothing is found. */
export function planOf(
  { terms, operators }: Query,
  rooms: readonly Readable[],
  known: Known,
  { sort, offset, limit, timeZone, utcOffset }: Asked,
): { readonly plan: SearchPlan } | { readonly unknown: readonly Operator[] } {
  const offsets = offsetsOf(timeZone, utcOffset);
  const read = operators.map((operator) => ({ operator, narrowing: narrowingOf(operator, known, offsets) }));
  const unknown = read.filter(({ narrowing }) => narrowing === null).map(({ operator }) => operator);
  if (unknown.length > 0) return { unknown };

  const all = read.flatMap(({ narrowing }) => narrowing ?? []);
  const from = all.flatMap((each) => each.from ?? []);
  const within = all.some((each) => each.rooms) ? new Set(all.flatMap((each) => each.rooms ?? [])) : null;
  const facts = all.flatMap((each) => (each.facts ? [each.facts] : []));
  return {
    plan: {
      terms,
      rooms: within ? rooms.filter(({ roomId }) => within.has(roomId)) : rooms,
      facts: from.length > 0 ? [from, ...facts] : facts,
      since: Math.max(0, ...all.flatMap((each) => each.since ?? [])),
      until: Math.min(Number.MAX_SAFE_INTEGER, ...all.flatMap((each) => each.until ?? [])),
      pinned: all.some((each) => each.pinned),
      sort,
      offset,
      limit,
    },
  };
}

function narrowingOf({ operator, value }: Operator, known: Known, offsets: Offsets): Narrowing | null {
  switch (operator) {
    case 'from': {
      const userId = person(value, known);
      return userId ? { from: facts.by(userId) } : null;
    }
    case 'mentions': {
      const userId = person(value, known);
      const handle = userId && known.handleOf(userId);
      if (!handle) return null;
      return { facts: [handle, ...(userId === known.me ? ['everyone'] : [])].map(facts.mentions) };
    }
    case 'in': {
      const rooms = known.roomsNamed(value.replace(/^#/, ''));
      return rooms.length > 0 ? { rooms } : null;
    }
    case 'before': {
      const period = periodOf(value, offsets);
      return period && { until: period.from };
    }
    case 'after': {
      const period = periodOf(value, offsets);
      return period && { since: period.to };
    }
    case 'on': {
      const period = periodOf(value, offsets);
      return period && { since: period.from, until: period.to };
    }
    case 'has': {
      const fact = contents.get(value.toLowerCase());
      return fact ? { facts: [fact] } : null;
    }
    case 'is':
      return value.toLowerCase() === 'pinned' ? { pinned: true } : null;
  }
}

/** The facts that `has:` asks for. */
const contents: ReadonlyMap<string, string> = new Map([
  ['link', facts.link],
  ['code', facts.code],
  ['file', facts.file],
  ['image', facts.picture],
  ['video', facts.video],
  ['audio', facts.audio],
]);

const person = (value: string, known: Known): UserId | undefined =>
  value.toLowerCase() === 'me' ? known.me : known.userByHandle(value.replace(/^@/, ''));
