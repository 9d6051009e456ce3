import { accepted, refused, type HistoryChoice, type Reply, type UserId } from '@devchitchat/contracts';
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

export const bannedHere = () =>
  refused('forbidden', 'You are banned from this room. Only its owner and mods can change that.');

/** What all who would change a direct conversation are told. */
export const refuseInDirect = (words: string) =>
  refused('forbidden', `This is a direct conversation, and stays among the people in it. ${words}`);

/** Bringing people in is for every member of a public room, and for the owner and mods of a private one. */
export const mayBringPeopleIn = ({ room, role }: Place): boolean => room.kind === 'public' || role !== 'member';

/** Calling everybody in the room is for its owner and mods, and for all where they allow it. */
export const mayCallEveryone = ({ room, role }: Place): boolean => role !== 'member' || room.everyoneBy === 'everybody';

/** The first message that a new member sees. Nobody gives away more than they see themselves. */
export const historyFor = ({ room, historyStart }: Place, history: HistoryChoice): number =>
  history === 'from_now' ? room.headSeq + 1 : historyStart;

export const publicHistory = () =>
  refused('conflict', 'The history of a public room is for everybody, from its beginning.');
