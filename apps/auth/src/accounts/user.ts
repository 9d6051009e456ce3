import {
  authEvents,
  authReasons as reasons,
  officialHandles,
  refused,
  reservedHandles,
  type Reply,
  type User,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

/** Handles are compared by this. They are ASCII by their schema, so no locale has a say. */
export const handleKeyOf = (handle: string): string => handle.toLowerCase();

export interface ListedUser {
  readonly user: User;
  readonly disabledAt: number | null;
}

/** What is read instead of each sign by somebody who does not look closely. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'l', i: 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b' },
  ...{ '-': '', _: '' },
};

/** `Adm1n`, `-admin`, `a_d_m_i_n` and `adrnin` look like `admin`. */
const looksOf = (handle: string): string =>
  handleKeyOf(handle)
    .replace(/[0134578i_-]/g, (sign) => lookalikes[sign] ?? sign)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');

const reserved: ReadonlySet<string> = new Set(reservedHandles.map(looksOf));
const official: ReadonlySet<string> = new Set(officialHandles.map(looksOf));

/** `admin2` poses as an admin; `room2` poses as nobody. */
const isOfficial = (handle: string): boolean =>
  official.has(looksOf(handle)) || official.has(looksOf(withoutNumber(handle)));

function withoutNumber(handle: string): string {
  const signs = Array.from(handle);
  return signs.slice(0, signs.findLastIndex((sign) => /[a-z]/i.test(sign)) + 1).join('');
}

/** Whether it is a handle that an ordinary account cannot have, or looks like one. */
export const isReserved = (handle: string): boolean => reserved.has(looksOf(handle)) || isOfficial(handle);

export interface HandleState {
  /** Somebody has the same key. */
  readonly isTaken: boolean;
  /** The first admin of a server may be called `admin`. */
  readonly isFirstAdmin?: boolean;
}

/** Why a handle cannot be had, as whoever asked for it is told. */
export interface HandleReasons {
  readonly taken: typeof reasons.handleTaken | typeof reasons.inviteHandleTaken;
  readonly reserved: typeof reasons.handleReserved | typeof reasons.inviteHandleReserved;
}

/** Refuses a handle that cannot be had. */
export function refuseHandle(
  handle: string,
  { isTaken, isFirstAdmin = false }: HandleState,
  { taken, reserved: kept }: HandleReasons = { taken: reasons.handleTaken, reserved: reasons.handleReserved },
): Reply<never> | undefined {
  const isFree = isFirstAdmin ? !reserved.has(looksOf(handle)) : !isReserved(handle);
  if (!isFree) return refused(kept);
  return isTaken ? refused(taken) : undefined;
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
