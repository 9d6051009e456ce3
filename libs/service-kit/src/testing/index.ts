export * from '../event-log/event-log.migration';
export * from './free-port';
export * from './nats-server';
export * from './temporary-folder';
