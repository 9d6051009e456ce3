export * from './room-log';
