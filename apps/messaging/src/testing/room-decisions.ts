import { accepted, type UserId } from '@devchitchat/contracts';
import type { Draft } from '@devchitchat/service-kit';
import { decide, type RoomCommand } from '../rooms/decide';
import { created, joined, roomAfter } from './history';
import { ada, people } from './people';

/** `given(...events).when(command, by)`: the decision about a command after these events of the kitchen. */
export const given = (...drafts: readonly Draft[]) => ({
  when: (command: RoomCommand, by: UserId, among = people) => decide(roomAfter(...drafts), command, by, among),
});

/** The event with this audience. */
export const heardBy = (drafted: Draft, ...audience: readonly UserId[]): Draft => ({ ...drafted, audience });

export const refusal = (code: string) => ({ ok: false, error: { code } });

/** The decision for a command that changes nothing. */
export const nothing = accepted([]);

/** Rooms that ada founded and owns. */
export const publicRoom = [created('public', ada), joined(ada, 'owner')];
export const privateRoom = [created('private', ada), joined(ada, 'owner')];
