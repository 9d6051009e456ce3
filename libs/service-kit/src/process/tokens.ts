/** Nest injects classes by themselves; these stand for what is only an interface. */
export const LOGGER = Symbol('Logger');
export const NATS = Symbol('NatsConnection');
export const SQLITE = Symbol('Sqlite');
/** What the service reads from the environment, by its own schema. */
export const ENVIRONMENT = Symbol('Environment');
/** How `Liveness` tells of this process. */
export const LIVENESS = Symbol('LivenessOptions');
