import { messagingCommands as messaging } from '@devchitchat/contracts';
import { SeededRandom } from '@devchitchat/service-kit/testing';
import { RandomTalk } from './testing/random-talk/random-talk';
import { startMessaging } from './testing/running-messaging';

const seed = Number(process.env['NEVER_SHOWN_SEED'] ?? Date.now() % 1_000_000);
const seconds = Number(process.env['NEVER_SHOWN_SECONDS'] ?? 15);
/** Steps that run however long they take, so that slow machines test enough. */
const fewest = 600;

it(
  `people never see or govern more than they may, and no link outlives its creator's right, in any sequence of commands (NEVER_SHOWN_SEED=${seed})`,
  async () => {
    await using running = await startMessaging();
    const people = [];
    people.push(await running.newcomer('ada', 'admin'));
    for (const name of ['bob', 'cleo', 'dora', 'edsger']) people.push(await running.newcomer(name));
    const [first] = people;
    const { rooms } = await running.told(first!, messaging.roomList, {});
    const talk = new RandomTalk(running, people, rooms[0]!.roomId, new SeededRandom(seed));
    await running.nats.flush();

    const until = performance.now() + seconds * 1_000;
    for (let step = 0; step < fewest || performance.now() < until; step += 1) {
      await talk.step();
      if (talk.watch.wrong.length > 0) break;
    }

    expect({ wrong: talk.watch.wrong, ...(talk.watch.wrong.length > 0 && { story: talk.watch.story }) }).toEqual({
      wrong: [],
    });
    // Without steps and shown messages the test would prove nothing.
    for (const { name } of [
      messaging.msgSend,
      messaging.fileRead,
      messaging.dmOpen,
      messaging.msgList,
      messaging.searchQuery,
      messaging.sync,
    ])
      expect([name, talk.watch.done.get(name)]).toEqual([name, expect.any(Number)]);
    expect(talk.watch.shown).toBeGreaterThan(fewest);
  },
  (seconds + 240) * 1_000,
);
