/** The services that have a log and answer commands. The gateway is not one of them: it carries, and answers for its sockets. */
export const serviceNames = ['auth', 'messaging', 'signaling', 'diagnostics'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Every process that stands on NATS. */
export const processNames = ['gateway', ...serviceNames] as const;
export type ProcessName = (typeof processNames)[number];

/** Programs that come, ask and go again. They have credentials, and nobody waits for them or counts them. */
export const toolNames = ['importer'] as const;

/** Everything that gets credentials for NATS. */
export const natsNames = [...processNames, ...toolNames] as const;
export type NatsName = (typeof natsNames)[number];
