import { messagingCommands, standings, type RoomSnapshot, type Standing } from '@devchitchat/contracts';
import type { Place } from './fixtures';
import { Talker } from './talker';

export type SignedInStanding = Exclude<Standing, 'anonymous'>;

/** A private room, and one person of each standing before it. The place's own admin is the one who is not in the room. */
export interface RoomWithStandings {
  readonly room: RoomSnapshot['room'];
  readonly people: Readonly<Record<SignedInStanding, Talker>>;
}

/** The people of a place, who can be put before any number of rooms. */
export class StandingPeople {
  private constructor(private readonly people: Readonly<Record<SignedInStanding, Talker>>) {}

  static async join({ admin, invite }: Place): Promise<StandingPeople> {
    const link = await invite(4);
    const newcomer = (handle: string) => Talker.join(link, handle);
    return new StandingPeople({
      admin,
      owner: await newcomer('standing-owner'),
      member: await newcomer('standing-member'),
      formerMember: await newcomer('standing-former'),
      stranger: await newcomer('standing-stranger'),
    });
  }

  /** A fresh private room with owner, member and former member; the stranger gets another one. */
  async room(name: string): Promise<RoomWithStandings> {
    const { owner, member, formerMember, stranger } = this.people;
    const { room } = await owner.must(messagingCommands.roomCreate, { name, kind: 'private' });
    await stranger.must(messagingCommands.roomCreate, { name: `not ${name}`, kind: 'private' });
    for (const { user } of [member, formerMember]) {
      await owner.must(messagingCommands.roomMemberAdd, { roomId: room.roomId, userId: user.userId });
    }
    await formerMember.must(messagingCommands.roomLeave, { roomId: room.roomId });
    return { room, people: this.people };
  }
}

export const signedInStandings = standings.filter((standing): standing is SignedInStanding => standing !== 'anonymous');
