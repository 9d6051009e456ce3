import { accepted, refused, type Reply, type UserId } from '@devchitchat/contracts';
import type { Membership, Room, RoomState } from './room';

export interface Place extends Membership {
  readonly room: Room;
  readonly userId: UserId;
}

/** One answer for "there is none" and "you are not in it", so that nobody learns which private rooms exist. */
export const noSuchRoom = () => refused('not_found', 'There is no such room, or you are not in it.');

/** The room as one of its members stands in it. */
export function placeIn(room: RoomState, userId: UserId): Reply<Place> {
  const membership = room?.members.get(userId);
  return room && membership ? accepted({ room, userId, ...membership }) : noSuchRoom();
}

/** Bringing people in is for every member of a public room, and for the owner and mods of a private one. */
export const mayBringPeopleIn = ({ room, role }: Place): boolean => room.kind === 'public' || role !== 'member';
