import { authCommands, messagingCommands, standings, type RoomSnapshot, type Standing } from '@devchitchat/contracts';
import { BotClient } from './bot-client';
import { eventually } from './eventually';
import { createBot } from './example-bot';
import type { TestProduct } from './fixtures';
import { ApiClient } from './api-client';

/** Standings of people in a browser; a bot connects to NATS. */
export type SignedInStanding = Exclude<Standing, 'anonymous' | 'bot'>;

/** A private room with one person per standing toward it, and a bot. `admin` is not a member. */
export interface RoomWithStandings {
  readonly room: RoomSnapshot['room'];
  readonly people: Readonly<Record<SignedInStanding, ApiClient>>;
  readonly bot: BotClient;
}

/** One person per standing, reused for any number of rooms. */
export class StandingPeople {
  private constructor(
    private readonly people: Readonly<Record<SignedInStanding, ApiClient>>,
    private readonly bot: BotClient,
  ) {}

  static join(testProduct: TestProduct): Promise<StandingPeople> {
    return StandingPeople.called('standing', testProduct, () => Promise.resolve(testProduct.admin));
  }

  /** New people, including a new admin, for tests that end accounts. */
  static whoLeave(testProduct: TestProduct): Promise<StandingPeople> {
    return StandingPeople.called(crypto.randomUUID().slice(0, 8), testProduct, async (newcomer) => {
      const admin = await newcomer('admin');
      await testProduct.admin.must(authCommands.userSetRole, { userId: admin.user.userId, role: 'admin' });
      return admin;
    });
  }

  private static async called(
    prefix: string,
    testProduct: TestProduct,
    adminAmong: (newcomer: (name: string) => Promise<ApiClient>) => Promise<ApiClient>,
  ): Promise<StandingPeople> {
    const link = await testProduct.invite(8);
    const newcomer = (name: string) => ApiClient.join(link, `${prefix}-${name}`);
    const people = {
      admin: await adminAmong(newcomer),
      owner: await newcomer('owner'),
      member: await newcomer('member'),
      muted: await newcomer('muted'),
      mod: await newcomer('mod'),
      formerMember: await newcomer('former'),
      banned: await newcomer('banned'),
      stranger: await newcomer('stranger'),
    };
    return new StandingPeople(
      people,
      await BotClient.enter(testProduct, await createBot(testProduct, `${prefix}-bot`)),
    );
  }

  /** Creates a private room in which each person has their standing. The stranger gets another room. */
  async room(name: string): Promise<RoomWithStandings> {
    const { owner, mod, member, muted, formerMember, banned, stranger } = this.people;
    const { room } = await owner.must(messagingCommands.roomCreate, { name, kind: 'private' });
    await stranger.must(messagingCommands.roomCreate, { name: `not ${name}`, kind: 'private' });
    const { roomId } = room;
    for (const { user } of [member, muted, mod, formerMember, banned]) {
      await owner.must(messagingCommands.roomMemberAdd, { roomId, userId: user.userId });
    }
    await eventually('a bot that messaging knows', async () => {
      const added = await owner.ask(messagingCommands.roomMemberAdd, { roomId, userId: this.bot.id });
      return added.ok || undefined;
    });
    await owner.must(messagingCommands.memberSetRole, { roomId, userId: mod.user.userId, role: 'mod' });
    await owner.must(messagingCommands.memberMute, { roomId, userId: muted.user.userId, seconds: 600 });
    await owner.must(messagingCommands.memberBan, { roomId, userId: banned.user.userId });
    await formerMember.must(messagingCommands.roomLeave, { roomId });
    return { room, people: this.people, bot: this.bot };
  }
}

export const signedInStandings = standings.filter(
  (standing): standing is SignedInStanding => standing !== 'anonymous' && standing !== 'bot',
);
