import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { accepted, messagingCommands } from '@devchitchat/contracts';
import { GatewayHarness } from './testing/gateway-harness';
import { malformedFrame, type MalformedFrame } from './testing/malformed-frames';
import { person } from './testing/people';
import type { RawSocket } from './testing/raw-socket';
import { SeededRandom } from '@devchitchat/service-kit/testing';

const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
const frames = Number(process.env['FUZZ_FRAMES'] ?? 10_000);
/** Concurrent connections, each for a different person. */
const attackers = ['b', 'c', 'd', 'e'];
/** Bytes by which the heap may grow, with both sides in this process. A leaked connection takes 4,000. */
const mayGrow = 10 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapAfterCollection(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Sends all frames and reconnects after every cut. Returns the number of cuts. */
async function attack(
  harness: GatewayHarness,
  letter: string,
  next: () => MalformedFrame | undefined,
): Promise<number> {
  let raw: RawSocket | undefined;
  let cuts = 0;
  for (let malformed = next(); malformed; malformed = next()) {
    raw ??= await connected(harness, letter);
    raw.send(malformed.frame);
    if (malformed.ack === undefined) {
      // Not every malformed frame cuts the connection, but a cut comes before the next answer.
      raw.send('421["room.list"]');
      const survived = await Promise.race([raw.closed.then(() => false), answered(raw, 1).then(() => true)]);
      if (survived) continue;
      cuts += 1;
      raw = undefined;
    } else {
      expect(await answered(raw, malformed.ack)).toMatch(/^43\d+\[\{"ok":false,"error":\{"code":"(invalid|too_large)"/);
    }
  }
  raw?.socket.close();
  return cuts;
}

async function connected(harness: GatewayHarness, letter: string): Promise<RawSocket> {
  const raw = await harness.rawSocket(harness.cookieOf(person(letter)));
  raw.send('40');
  await raw.next((frame) => frame.startsWith('42["hello"'));
  return raw;
}

const answered = (raw: RawSocket, ack: number) => raw.next((frame) => frame.startsWith(`43${ack}[`));

it(`${frames} malformed frames (FUZZ_SEED=${seed}) do nothing but get refused or cut`, async () => {
  await using harness = await GatewayHarness.open({ RATE_LIMIT_FACTOR: '10000' });
  harness.answer(messagingCommands.roomList, () => accepted({ rooms: [] }));
  const innocent = await harness.enter(person('a'));
  const random = new SeededRandom(seed);
  const run = async (count: number) => {
    let left = count;
    const next = () => (left-- > 0 ? malformedFrame(random, 2 + left) : undefined);
    const cuts = await Promise.all(attackers.map((letter) => attack(harness, letter, next)));
    return cuts.reduce((sum, one) => sum + one, 0);
  };

  // The first frames fill caches that remain.
  await run(frames / 10);
  const before = heapAfterCollection();
  const cuts = await run(frames - frames / 10);
  const asked = new Set(harness.asked.splice(0).map(({ command }) => command));
  expect(heapAfterCollection() - before).toBeLessThan(mayGrow);

  expect(cuts).toBeGreaterThan(frames / 10);
  expect(harness.counters.refusals.of('invalid')).toBeGreaterThan(frames / 2);
  expect(harness.counters.cuts.of('malformed')).toBeGreaterThan(frames / 10);
  // Commands that the gateway sends on its own, and those that attackers send between the frames.
  for (const byItself of ['auth.first_admin_invite', 'auth.session_resolve', 'auth.session_check']) {
    asked.delete(`cmd.auth.0.${byItself}`);
  }
  expect([...asked]).toEqual(['cmd.messaging.0.room.list']);
  expect(await innocent.emitWithAck('room.list')).toEqual(accepted({ rooms: [] }));
}, 600_000);
