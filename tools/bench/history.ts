import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  messagingCommands as messaging,
  parseInput,
  type ClientMsgId,
  type Command,
  type DraftOf,
  type UserId,
  type ValueOf,
} from '@devchitchat/contracts';
import { CommandClient, connectNats, randomTrace, silentLogger } from '@devchitchat/service-kit';
import { startNatsServer } from '@devchitchat/service-kit/testing';
import { author, inLarge, inSmall, room, words, writeHistory } from './big-history';
import { dice, saidWord } from './made-up-words';
import { memoryOf } from './memory';
import { median, percentile } from './statistics';

const searches = 300;
const openings = 100;
const sends = { perSecond: 100, seconds: 6, rounds: 3 };

/** Measures lookups in a large history at the service: over NATS, without a gateway. */
export async function measureHistory(messages: number, print: (text: string) => void) {
  const folder = await mkdtemp(join(tmpdir(), 'devchitchat-bench-'));
  await using cleanUp = new AsyncDisposableStack();
  cleanUp.defer(() => rm(folder, { recursive: true, force: true }));
  const fillingBegan = performance.now();
  await writeHistory(folder, messages, print);
  const fillSeconds = Math.round((performance.now() - fillingBegan) / 1_000);
  const { size } = await stat(join(folder, 'messaging.sqlite'));

  const server = await startNatsServer();
  const service = spawn(process.execPath, ['dist/apps/messaging/main.js'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, DATA_DIR: folder, NATS_URL: server.url, LOG_LEVEL: 'error' },
    stdio: 'inherit',
  });
  const pids = { messaging: service.pid ?? 0 };
  cleanUp.defer(async () => {
    service.kill('SIGTERM');
    await once(service, 'exit');
  });
  // Closes before the service ends; nothing else waits for this connection.
  cleanUp.use(server);
  const nats = await connectNats({ process: 'gateway', url: server.url, logger: silentLogger });
  cleanUp.defer(() => nats.close());
  const client = new CommandClient(nats, silentLogger);

  const ask = async <C extends Command>(userId: UserId, command: C, draft: DraftOf<C>): Promise<ValueOf<C>> => {
    const input = parseInput(command, draft);
    if (!input.ok) throw new Error(input.error.message);
    const asking = { actor: { userId, sessionId: null, role: 'member' as const }, trace: randomTrace(), address: '' };
    const reply = await client.ask(command, input.value, asking);
    if (!reply.ok) throw new Error(`${command.name}: ${reply.error.message}`);
    return reply.value;
  };
  const search = (text: string) => ask(author(1), messaging.searchQuery, { text });
  const isUp = () =>
    ask(inSmall, messaging.roomList, {}).then(
      () => true,
      () => false,
    );
  while (!(await isUp())) await wait(50);

  const idle = memoryOf(pids);
  const roll = dice(1);
  const word = () => saidWord(words, roll);
  const rare = () => words[Math.floor(roll() * words.length)] ?? '';
  const kinds: Record<string, () => string> = {
    'a word, as often as it is said': word,
    'any word, most of them rare': rare,
    'two words': () => `${word()} ${word()}`,
    'a phrase': () => `"${word()} ${word()}"`,
    'a word of one person': () => `${word()} from:me`,
    'a word in a small room': () => `${word()} in:"room 2"`,
    'a part of words': () => rare().slice(1, 6),
    'operators only': () => 'from:me before:2026-10-01',
  };
  await search(word());
  const withThread = memoryOf(pids);
  const queries: Record<string, { p50Ms: number; p99Ms: number; foundSomething: number; cutShort: number }> = {};
  for (const [kind, text] of Object.entries(kinds)) {
    const times: number[] = [];
    let [found, cut] = [0, 0];
    for (let at = 0; at < searches; at++) {
      const query = text();
      const begun = performance.now();
      const { hits, complete } = await search(query);
      times.push(performance.now() - begun);
      if (hits.length > 0) found++;
      if (!complete) cut++;
    }
    queries[kind] = {
      p50Ms: percentile(times, 0.5),
      p99Ms: percentile(times, 0.99),
      foundSomething: found,
      cutShort: cut,
    };
    print(`search ${kind.padEnd(32)} ${JSON.stringify(queries[kind])}`);
  }

  const afterSearches = memoryOf(pids);
  const opening = async (userId: UserId, roomId: ReturnType<typeof room>) => {
    const [pages, snapshots]: [number[], number[]] = [[], []];
    for (let at = 0; at < openings; at++) {
      const begun = performance.now();
      await ask(userId, messaging.msgList, { roomId });
      const listed = performance.now();
      await ask(userId, messaging.sync, { rooms: [] });
      pages.push(listed - begun);
      snapshots.push(performance.now() - listed);
    }
    return { pageMs: median(pages), snapshotMs: median(snapshots) };
  };
  await opening(inSmall, room(2));
  const [large, small] = [await opening(inLarge, room(1)), await opening(inSmall, room(2))];

  let sent = 0;
  const send = async () => {
    const times: Promise<number>[] = [];
    const begun = performance.now();
    for (let at = 0; at < sends.perSecond * sends.seconds; at++) {
      const due = begun + (at * 1_000) / sends.perSecond;
      if (due > performance.now() + 1) await wait(due - performance.now());
      const clientMsgId = `b-${String(sent++).padStart(8, '0')}` as ClientMsgId;
      const sending = ask(author(at % 50), messaging.msgSend, {
        roomId: room(0),
        clientMsgId,
        text: `${word()} ${word()} ${word()}`,
      });
      times.push(sending.then(() => performance.now() - due));
    }
    return percentile(await Promise.all(times), 0.99);
  };
  await send();
  const rounds: { quietMs: number; searchedMs: number; searches: number }[] = [];
  for (let round = 0; round < sends.rounds; round++) {
    const quietMs = await send();
    let isOver = false;
    const sending = send().finally(() => (isOver = true));
    let asked = 0;
    // Searches without a pause, which is more than a group of friends does.
    while (!(isOver as boolean)) await search([word(), rare(), `${word()} ${word()}`][asked++ % 3] ?? '');
    rounds.push({ quietMs, searchedMs: await sending, searches: asked });
    print(`sends ${JSON.stringify(rounds.at(-1))}`);
  }
  return {
    messages,
    fillSeconds,
    fileMb: Math.round(size / 1e6),
    queries,
    opening: {
      large,
      small,
      pageRatio: Math.round((large.pageMs / small.pageMs) * 100) / 100,
      snapshotRatio: Math.round((large.snapshotMs / small.snapshotMs) * 100) / 100,
    },
    sendsP99: { rounds, ratio: median(rounds.map(({ quietMs, searchedMs }) => searchedMs / quietMs)) },
    memoryPssMb: {
      idle: idle['total'],
      withThread: withThread['total'],
      afterSearches: afterSearches['total'],
    },
  };
}
