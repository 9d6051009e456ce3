export * from './direct-events';
export * from './member-events';
export * from './message-events';
export * from './room-events';
export * from './room-invite-events';
