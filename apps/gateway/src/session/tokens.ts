/** Nest injects classes by themselves; these stand for what is only a type. */
export const SESSION_COOKIE = Symbol('SessionCookie');
/** Told by which names people come over HTTPS. */
export const NAMES_IN_USE = Symbol('NamesInUse');
