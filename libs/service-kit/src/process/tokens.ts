/** Nest injects classes by type; these tokens stand for interfaces. */
export const LOGGER = Symbol('Logger');
export const NATS = Symbol('NatsConnection');
export const SQLITE = Symbol('Sqlite');
/** The service's environment, parsed by its own schema. */
export const ENVIRONMENT = Symbol('Environment');
/** The options of `Liveness`. */
export const LIVENESS = Symbol('LivenessOptions');
