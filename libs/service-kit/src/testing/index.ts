export * from '../event-log/event-log.migration';
export * from '../event-log/log-migrations';
export * from './free-port';
export * from './nats-server';
export * from './ordinary-user';
export * from './seeded-random';
export * from './start-log';
export * from './temporary-folder';
