import { rates, type Rate } from '@devchitchat/contracts';

/** Rate limits of commands, and those that only the gateway enforces. */
export const gatewayRates = {
  ...rates,
  /** Opening sockets, per address. Many people behind one router reconnect at once after a restart. */
  handshake: { burst: 100, perSecond: 20 },
  /**
   * Connections and HTTP requests of any kind, per address. Twenty people behind one router who all load a new version
   * request three thousand files. A flood from one address costs a few hundredths of a processor.
   */
  request: { burst: 4_000, perSecond: 100 },
  /** New names for the certificate, per address. Each costs a new certificate. */
  newName: { burst: 8, perSecond: 0.1 },
  /** Refused commands per socket. A socket that exceeds it is cut. */
  refusal: { burst: 100, perSecond: 10 },
  /** Frames of any kind per socket. A socket that exceeds it is cut. */
  frame: { burst: 2_000, perSecond: 500 },
} as const satisfies Record<string, Rate>;
export type GatewayRateName = keyof typeof gatewayRates;

/** Maximum number of unanswered commands per socket. */
export const commandsInFlight = 100;
