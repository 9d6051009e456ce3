/** Nest injects classes by type; these tokens stand for interfaces. */
export const SESSION_COOKIE = Symbol('SessionCookie');
/** Receives the host names that users connect by over HTTPS. */
export const NAMES_IN_USE = Symbol('NamesInUse');
