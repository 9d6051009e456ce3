import { messagingCommands as messaging, type Actor, type RoomId } from '@devchitchat/contracts';
import type { SeededRandom } from '@devchitchat/service-kit/testing';
import type { RunningMessaging } from '../running-messaging';
import { WhoMaySee } from '../who-may-see';
import { Choices } from './choices';
import { FileSteps } from './file-steps';
import { LinkSteps } from './link-steps';
import { MemberSteps } from './member-steps';
import { MessageSteps } from './message-steps';
import { ReadingSteps } from './reading-steps';
import { RoomSteps } from './room-steps';
import { TalkWatcher } from './talk-watcher';

/** Maximum number of rooms at a time, so that people meet in them. */
const maxRooms = 6;

/**
 * People who perform random commands one after another, allowed or not. After each, the model follows if the service
 * accepted it, and everything that anyone received is checked against the model.
 */
export class RandomTalk {
  /** Sends the commands; has the violations found so far. */
  readonly watch: TalkWatcher;
  private readonly choose: Choices;
  private readonly rooms: RoomSteps;
  private readonly files: FileSteps;
  private readonly messages: MessageSteps;
  private readonly members: MemberSteps;
  private readonly links: LinkSteps;
  private readonly reading: ReadingSteps;

  constructor(
    running: RunningMessaging,
    people: readonly Actor[],
    lobby: RoomId,
    private readonly random: SeededRandom,
  ) {
    const model = new WhoMaySee();
    model.open(
      lobby,
      'public',
      people.map(({ userId }) => userId),
    );
    for (const { userId, role } of people) if (role === 'admin') model.admins.add(userId);
    this.watch = new TalkWatcher(running, model, people);
    this.choose = new Choices(model, people, random);
    const parts = { model, random, choose: this.choose, watch: this.watch };
    this.rooms = new RoomSteps(parts);
    this.files = new FileSteps(parts);
    this.messages = new MessageSteps(parts, this.files);
    this.members = new MemberSteps(parts);
    this.links = new LinkSteps(parts);
    this.reading = new ReadingSteps(parts);
  }

  async step(): Promise<void> {
    this.watch.steps += 1;
    const deeds = this.deeds();
    await this.random.of(deeds)();
  }

  /** All possible steps, repeated by weight. */
  private deeds(): (() => Promise<void>)[] {
    const times = (count: number, deed: () => Promise<void>) => Array.from({ length: count }, () => deed);
    return [
      ...times(this.choose.liveGroups().length < maxRooms ? 6 : 0, () => this.rooms.create()),
      ...times(3, () => this.rooms.openDirect()),
      ...times(1, () => this.rooms.inRoom(messaging.dmHide, {})),
      ...times(14, () => this.messages.send()),
      ...times(8, () => this.files.read()),
      ...times(6, () => this.messages.edit()),
      ...times(3, () => this.messages.delete()),
      ...times(2, () => this.messages.about(messaging.msgReact, { emoji: this.random.of(['👍', '🎉']) })),
      ...times(1, () => this.messages.about(messaging.msgUnreact, { emoji: '👍' })),
      ...times(4, () => this.messages.about(messaging.msgPin, {})),
      ...times(1, () => this.messages.about(messaging.msgUnpin, {})),
      ...times(3, () => this.messages.about(messaging.msgHistory, {})),
      ...times(4, () => this.messages.list()),
      ...times(9, () => this.reading.sync()),
      ...times(5, () => this.messages.search()),
      ...times(1, () => this.rooms.plain(messaging.roomList, {})),
      ...times(3, () => this.members.join()),
      ...times(1, () => this.members.leave()),
      ...times(5, () => this.members.add()),
      ...times(6, () => this.links.invite()),
      ...times(8, () => this.links.redeem()),
      ...times(1, () => this.links.revoke()),
      ...times(1, () => this.rooms.inRoom(messaging.roomInviteList, {})),
      ...times(4, () => this.members.removeMember(messaging.memberKick)),
      ...times(2, () => this.members.removeMember(messaging.memberBan)),
      ...times(1, () => this.members.unban()),
      ...times(1, () => this.members.mute()),
      ...times(2, () => this.rooms.inRoom(messaging.memberUnmute, { userId: this.choose.somebody().userId })),
      ...times(4, () => this.members.setRole()),
      ...times(2, () => this.rooms.rename()),
      ...times(3, () => this.rooms.inRoom(messaging.moderationList, {})),
      ...times(1, () =>
        this.rooms.inRoom(messaging.roomUpdate, {
          slowModeSeconds: this.random.of([0, 0, 5]),
          everyoneBy: this.random.of(['moderators', 'everybody'] as const),
        }),
      ),
      ...times(this.choose.liveGroups().length === maxRooms ? 1 : 0, () => this.rooms.remove()),
      ...times(3, () => this.rooms.inRoom(messaging.typingStart, {})),
      ...times(2, () => this.reading.mark()),
      ...times(2, () => this.reading.digest()),
    ];
  }
}
