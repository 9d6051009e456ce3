export * from './file-reasons';
export * from './member-reasons';
export * from './message-reasons';
export * from './room-reasons';
