import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { messagingCommands, type ClientFileId, type ClientMsgId, type RoomId } from '@devchitchat/contracts';
import { ApiClient } from '../../e2e/support/api-client';
import { Product } from '../../e2e/support/product';
import { memoryOf } from './memory';
import { median, percentile } from './statistics';

const megabyte = 1_000_000;
const fileBytes = 25 * megabyte;
const uploaders = 5;
const messagesPerSecond = 50;
/** Bytes per second and person: an upload over 100 Mbit/s. */
const uploadRate = 12_500_000;

/** A program of its own sends the bytes, so that this process, which measures, stays idle. */
const curl = promisify(execFile);

/**
 * Five people upload `megabytes` together, 25 MB after 25 MB, each in a message, while another one writes fifty messages a
 * second. Measures the time to acknowledgement of those, with and without uploads in turn, and the gateway's memory.
 */
export async function measureUploads(megabytes: number, rounds: number, print: (text: string) => void) {
  const folder = await mkdtemp(join(tmpdir(), 'devchitchat-uploads-'));
  const product = await Product.split({ environment: { RATE_LIMIT_FACTOR: '1000000', LOG_LEVEL: 'warn' } });
  try {
    const file = join(folder, 'file');
    await writeFile(file, randomBytes(fileBytes));
    const [writer, ...people] = await membersOf(product);
    if (!writer) throw new Error('There is no writer.');
    const roomId = await roomOf(writer, people);
    const gateway = { gateway: product.part('gateway').pid };
    const each = Math.ceil((megabytes * megabyte) / fileBytes / uploaders);
    const measured = { alone: [] as number[], beside: [] as number[] };
    const memory = { before: memoryOf(gateway)['gateway'] ?? 0, highest: 0 };
    for (let round = 0; round < rounds; round++) {
      const alone = new AbortController();
      setTimeout(() => alone.abort(), 8_000);
      measured.alone.push(percentile(await acknowledgements(writer, roomId, alone.signal), 0.99));
      memory.before = Math.max(memory.before, memoryOf(gateway)['gateway'] ?? 0);
      const uploading = new AbortController();
      const look = setInterval(() => {
        memory.highest = Math.max(memory.highest, memoryOf(gateway)['gateway'] ?? 0);
      }, 100);
      void Promise.all(people.map((person) => upload(person, roomId, file, each))).finally(() => uploading.abort());
      measured.beside.push(percentile(await acknowledgements(writer, roomId, uploading.signal), 0.99));
      clearInterval(look);
      print(
        `Uploads, round ${round + 1}: 99th percentile ${measured.alone.at(-1)} ms alone, ${measured.beside.at(-1)} ms beside`,
      );
    }
    for (const client of [writer, ...people]) client.close();
    const p99 = { alone: median(measured.alone), beside: median(measured.beside) };
    return {
      megabytes: each * uploaders * (fileBytes / megabyte),
      ackP99Ms: { ...p99, ratio: Math.round((p99.beside / p99.alone) * 100) / 100 },
      gatewayMb: { ...memory, grewBy: Math.round((memory.highest - memory.before) * 10) / 10 },
    };
  } finally {
    await product.end();
    await rm(folder, { recursive: true });
  }
}

async function membersOf(product: Product): Promise<readonly ApiClient[]> {
  const admin = await ApiClient.join(await product.firstAdminLink(), 'writer');
  const link = await admin.inviteLink(uploaders);
  const people = Array.from({ length: uploaders }, (_, at) => ApiClient.join(link, `uploader${at}`));
  return [admin, ...(await Promise.all(people))];
}

async function roomOf(owner: ApiClient, others: readonly ApiClient[]): Promise<RoomId> {
  const { room } = await owner.must(messagingCommands.roomCreate, { name: 'uploads', kind: 'public' });
  for (const other of others) await other.must(messagingCommands.roomJoin, { roomId: room.roomId });
  return room.roomId;
}

/** Sends messages at a fixed rate until the signal, and resolves with the milliseconds to each acknowledgement. */
async function acknowledgements(writer: ApiClient, roomId: RoomId, signal: AbortSignal): Promise<readonly number[]> {
  const times: number[] = [];
  const sends: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let index = 0; !signal.aborted; index++) {
    const due = startedAt + (index * 1_000) / messagesPerSecond;
    await wait(Math.max(0, due - performance.now()));
    const message = { roomId, clientMsgId: randomUUID() as ClientMsgId, text: `message ${index}` };
    sends.push(writer.must(messagingCommands.msgSend, message).then(() => void times.push(performance.now() - due)));
  }
  await Promise.all(sends);
  return times;
}

async function upload(person: ApiClient, roomId: RoomId, file: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    const clientFileId = randomUUID() as ClientFileId;
    const begin = { roomId, clientFileId, name: 'file.bin', size: fileBytes };
    const { fileId } = await person.must(messagingCommands.fileBegin, begin);
    const headers = ['-H', `cookie: ${person.cookie}`, '-H', `origin: ${person.url}`, '-H', 'expect:'];
    const rate = ['--limit-rate', String(uploadRate)];
    await curl('curl', ['-sfT', file, ...rate, ...headers, `${person.url}/api/files/${fileId}?offset=0`]);
    const clientMsgId = randomUUID() as ClientMsgId;
    await person.must(messagingCommands.msgSend, { roomId, clientMsgId, text: '', files: [{ fileId }] });
  }
}
