/** The services that have a log and answer commands. The gateway has no log; it relays, and answers only for its sockets. */
export const serviceNames = ['auth', 'messaging', 'signaling', 'diagnostics'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Every process that is connected to NATS. */
export const processNames = ['gateway', ...serviceNames] as const;
export type ProcessName = (typeof processNames)[number];

/** Short-lived clients. They have credentials, but no health check covers them. */
export const toolNames = ['importer'] as const;

/** Everything that gets credentials for NATS. */
export const natsNames = [...processNames, ...toolNames] as const;
export type NatsName = (typeof natsNames)[number];
