/** An address as it is counted and logged: IPv4 without the IPv6 it may come wrapped in. */
export const plainAddress = (address: string | undefined): string => (address ?? '').replace(/^::ffff:/, '');
