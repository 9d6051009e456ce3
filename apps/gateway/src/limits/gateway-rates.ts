import { rates, type Rate } from '@devchitchat/contracts';

/** The rates of commands, and those that only the door itself knows. */
export const gatewayRates = {
  ...rates,
  /** Opening sockets, for an address. A whole house comes back at once after a restart. */
  handshake: { burst: 100, perSecond: 20 },
  /**
   * Connections and HTTP requests of whatever kind, for an address. Twenty people behind one router who all get a new version
   * ask for three thousand files; a flood from one address costs a few hundredths of a processor.
   */
  request: { burst: 4_000, perSecond: 100 },
  /** Names that the certificate is asked to be for, for an address. Each costs a new one. */
  newName: { burst: 8, perSecond: 0.1 },
  /** Refused commands of one socket. More is no person: it is cut. */
  refusal: { burst: 100, perSecond: 10 },
  /** Frames of one socket, of whatever kind. More is no browser of ours: it is cut. */
  frame: { burst: 2_000, perSecond: 500 },
} as const satisfies Record<string, Rate>;
export type GatewayRateName = keyof typeof gatewayRates;

/** Commands one socket may have waiting for their answer. */
export const commandsInFlight = 100;
