import type { ValueOf, messagingCommands } from '@devchitchat/contracts';
import { byName, plain } from '../../platform/language/plain';
import { isLobby } from './room-order';

export type ListedRoom = ValueOf<typeof messagingCommands.roomList>['rooms'][number];

const week = 7 * 86_400_000;

/**
 * The public rooms, the most alive first: those with a message in the last week by the number of their people, then the
 * others by their last message. The lobby is left out, because everyone is in it.
 */
export const directoryOf = (rooms: readonly ListedRoom[], now: number): readonly ListedRoom[] =>
  rooms
    .filter((room) => room.kind === 'public' && !isLobby(room))
    .toSorted((a, b) => {
      const [aLives, bLives] = [livesAt(a, now), livesAt(b, now)];
      if (aLives !== bLives) return aLives ? -1 : 1;
      const byPeople = b.memberCount - a.memberCount;
      const byMessage = (b.lastMessageAt ?? 0) - (a.lastMessageAt ?? 0);
      return (aLives ? byPeople || byMessage : byMessage || byPeople) || byName(a.name, b.name);
    });

const livesAt = ({ lastMessageAt }: ListedRoom, now: number): boolean =>
  lastMessageAt !== null && lastMessageAt > now - week;

/** The rooms whose name or topic has all of these words, those with a matching name first. */
export function matching(rooms: readonly ListedRoom[], text: string): readonly ListedRoom[] {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const hasAll = (where: string) => words.every((word) => plain(where).includes(word));
  const named = rooms.filter(({ name }) => hasAll(name));
  const others = rooms.filter((room) => !named.includes(room) && hasAll(`${room.name} ${room.topic}`));
  return [...named, ...others];
}
