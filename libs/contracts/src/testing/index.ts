export { aBusyRoom } from './busy-room';
export { reasonsErasedBy } from './erased-reasons';
export * from './hostile-texts';
export { ada, bob, cyd, lobby } from './people';
export { RoomLog } from './room-log';
export { idStep } from './scripted-log';
