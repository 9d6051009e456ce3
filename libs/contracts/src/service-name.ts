/** The services that answer commands. The gateway is not one of them: it only carries. */
export const serviceNames = ['auth', 'messaging', 'signaling', 'diagnostics'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Every process that stands on NATS. */
export const processNames = ['gateway', ...serviceNames] as const;
export type ProcessName = (typeof processNames)[number];
