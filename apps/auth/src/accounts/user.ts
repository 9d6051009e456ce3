import {
  authReasons as reasons,
  officialHandles,
  refused,
  reservedHandles,
  type Reply,
  type User,
} from '@devchitchat/contracts';

/** Key by which handles are compared. Their schema allows ASCII only, so lower-casing does not depend on the locale. */
export const handleKeyOf = (handle: string): string => handle.toLowerCase();

export interface ListedUser {
  readonly user: User;
  readonly disabledAt: number | null;
}

/** Maps each character to the one a careless reader takes it for. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'l', i: 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b' },
  ...{ '-': '', _: '' },
};

/** A name such as Ali resembles a reserved word only by chance. */
const isShortName = (handle: string): boolean => /^[A-Za-z][a-z]{0,2}$/.test(handle);

/** Reduces a handle to its appearance: `Adm1n`, `-admin`, `a_d_m_i_n` and `adrnin` all become `admin`. */
const looksOf = (handle: string): string => (isShortName(handle) ? handleKeyOf(handle) : appearanceOf(handle));

const appearanceOf = (handle: string): string =>
  handleKeyOf(handle)
    .replace(/[0134578i_-]/g, (sign) => lookalikes[sign] ?? sign)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');

const reserved: ReadonlySet<string> = new Set(reservedHandles.map(looksOf));
const official: ReadonlySet<string> = new Set(officialHandles.map(looksOf));

/** `admin2` impersonates an admin; `room2` impersonates no one. */
const isOfficial = (handle: string): boolean =>
  official.has(looksOf(handle)) || official.has(looksOf(withoutNumber(handle)));

function withoutNumber(handle: string): string {
  const signs = Array.from(handle);
  return signs.slice(0, signs.findLastIndex((sign) => /[a-z]/i.test(sign)) + 1).join('');
}

/** Whether the handle, or one it resembles, is unavailable to ordinary accounts. */
export const isReserved = (handle: string): boolean => reserved.has(looksOf(handle)) || isOfficial(handle);

export interface HandleState {
  /** Another account has a handle with the same key. */
  readonly isTaken: boolean;
  /** The first admin of a server may be called `admin`. */
  readonly isFirstAdmin?: boolean;
}

/** Refusals for an unavailable handle, phrased for the person who requested it. */
export interface HandleReasons {
  readonly taken: typeof reasons.handleTaken | typeof reasons.inviteHandleTaken;
  readonly reserved: typeof reasons.handleReserved | typeof reasons.inviteHandleReserved;
}

/** Refuses an unavailable handle. */
export function refuseHandle(
  handle: string,
  { isTaken, isFirstAdmin = false }: HandleState,
  { taken, reserved: kept }: HandleReasons = { taken: reasons.handleTaken, reserved: reasons.handleReserved },
): Reply<never> | undefined {
  const isFree = isFirstAdmin ? !reserved.has(looksOf(handle)) : !isReserved(handle);
  if (!isFree) return refused(kept);
  return isTaken ? refused(taken) : undefined;
}
