import { limits } from '../grammar/limits';

export const bannedHere = 'You are banned from this room.';
export const inTooMany = `You are in ${limits.roomsPerPerson} rooms already, direct conversations among them.`;
