export * from './hostile-texts';
export * from './room-log';
