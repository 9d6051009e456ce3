/** An address as counted and logged: an IPv4-mapped IPv6 address becomes plain IPv4. */
export const plainAddress = (address: string | undefined): string => (address ?? '').replace(/^::ffff:/, '');
