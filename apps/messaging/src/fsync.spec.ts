import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagingCommands as messaging, type ClientMsgId } from '@devchitchat/contracts';
import { CommandClient, connectNats, randomTrace, silentLogger } from '@devchitchat/service-kit';
import { startNatsServer, temporaryFolder, until } from '@devchitchat/service-kit/testing';
import { ada, actorOf } from './testing/people';
import { startTracedMessaging } from './testing/traced-messaging';

const messages = 20;

/**
 * Matches strace's report that the write-ahead log was synced. If another thread interrupts the call, strace splits it
 * into two lines, each with its thread id.
 */
const syncing = /^(\d+) +f(?:data)?sync\(\d+<[^>]*\.sqlite-wal>(?:\) += 0$| <unfinished)/;
const resumed = /^(\d+) +<\.\.\. f(?:data)?sync resumed>\) += 0$/;
/** How it shows the answer that holds message `seq`. */
const isAckOf = (seq: number, call: string) => isAck.test(call) && call.includes(`\\"seq\\":${seq},`);
const isAck = /\{\\"ok\\":true,\\"value\\":\{\\"roomId\\":/;

it('every message is on the disk before its sender receives the acknowledgement', async () => {
  using folder = temporaryFolder();
  await using server = await startNatsServer();
  const trace = join(folder.path, 'strace');
  await using processes = new AsyncDisposableStack();
  processes.use(startTracedMessaging({ DATA_DIR: folder.path, NATS_URL: server.url, LOG_LEVEL: 'warn' }, trace));
  const nats = await connectNats({ process: 'gateway', url: server.url, logger: silentLogger });
  const client = new CommandClient(nats, silentLogger);
  const asking = { actor: actorOf(ada), trace: randomTrace(), address: '' };

  await until(async () => (await client.ask(messaging.roomList, { limit: 50 }, asking)).ok);
  const created = await client.ask(messaging.roomCreate, { name: 'kitchen', kind: 'public', topic: '' }, asking);
  if (!created.ok) throw new Error(created.error.message);
  const { roomId } = created.value.room;
  for (let seq = 1; seq <= messages; seq++) {
    const clientMsgId = `c-00000-${seq}` as ClientMsgId;
    const ack = await client.ask(messaging.msgSend, { roomId, clientMsgId, text: 'Hello' }, asking);
    expect(ack).toMatchObject({ ok: true, value: { seq } });
  }
  await nats.close();
  const calls = () => readFileSync(trace, 'utf8').split('\n');
  await until(() => calls().some((call) => isAckOf(messages, call)));

  const unfinished = new Set<string>();
  let synced = false;
  let told = 0;
  for (const call of calls()) {
    const [, thread] = syncing.exec(call) ?? [];
    const [, finished] = resumed.exec(call) ?? [];
    if (thread && call.endsWith('<unfinished ...>')) unfinished.add(thread);
    else if (thread || (finished && unfinished.delete(finished))) synced = true;
    else if (isAckOf(told + 1, call)) {
      told++;
      expect({ told, synced }).toEqual({ told, synced: true });
      synced = false;
    }
  }
  expect(told).toBe(messages);
});
