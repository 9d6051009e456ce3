import { browserSurface } from '@devchitchat/contracts';
import type { SeededRandom } from '@devchitchat/service-kit/testing';

/** A frame that our clients never send. */
export interface MalformedFrame {
  readonly level: 'engine.io' | 'socket.io' | 'json' | 'schema';
  readonly frame: string | Buffer;
  /** The acknowledgement number, if the frame is valid enough to get an answer. */
  readonly ack?: number;
}

const names = browserSurface.socket.map(({ name }) => name);
const strangeNames = [
  '',
  '__proto__',
  'constructor',
  'toString',
  'connect',
  'error',
  'disconnect',
  'msg.send\u0000',
  'cmd.>',
];
const strangeKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  '$where',
  '\u0000',
  'roomId',
  'text',
  'rooms',
  'length',
];

export function malformedFrame(random: SeededRandom, ack: number): MalformedFrame {
  const chance = random.below(100);
  if (chance < 10) return { level: 'engine.io', frame: engineFrame(random) };
  if (chance < 25) return { level: 'socket.io', frame: socketFrame(random) };
  if (chance < 40) return { level: 'json', frame: jsonFrame(random) };
  return { level: 'schema', frame: `42${ack}${schemaFrame(random)}`, ack };
}

const engineFrame = (random: SeededRandom): string | Buffer =>
  random.of([
    () => random.bytes(random.below(300)),
    () => `b${random.text(20)}`,
    () => `b${random.bytes(20).toString('base64')}`,
    () => random.of(['', '0', '1', '2', '2probe', '5', '6', '7', '9', 'x', '\u0000']) + random.text(random.below(5)),
    () => '4'.repeat(1 + random.below(2_000)),
  ])();

const socketFrame = (random: SeededRandom): string =>
  random.of([
    () => `4${random.text(1 + random.below(40))}`,
    () => `4${random.of(['1', '3', '4', '5', '6', '7', '8', '9'])}${random.text(random.below(10))}`,
    () => `45${random.below(1e9)}-["msg.send",{"_placeholder":true,"num":${random.below(99)}}]`,
    () => `42/${random.text(10)},["sync"]`,
    () => `42${'9'.repeat(16 + random.below(400))}["sync",{}]`,
    () => `43${random.below(99)}[${JSON.stringify(anything(random, 2))}]`,
    () => '40'.repeat(2),
    () => `44{"message":"${random.below(9)}"}`,
  ])();

const jsonFrame = (random: SeededRandom): string => {
  const whole = JSON.stringify([random.of(names), anything(random, 4)]);
  const at = random.below(whole.length);
  return `42${random.of([
    () => whole.slice(0, at),
    () => `${whole.slice(0, at)}\u0001${whole.slice(at + 1)},`,
    () => `["sync",${'['.repeat(1 + random.below(30_000))}`,
    () => `{"0":${JSON.stringify(random.of(names))}}`,
    () => `[${random.of(['1', 'null', '[]', '{}', 'true', '1e999', ''])}]`,
    () => random.text(30),
  ])()}`;
};

/** Valid JSON with a name and an input that no command accepts: no input has the field `no`. */
const schemaFrame = (random: SeededRandom): string =>
  random.of([
    () => JSON.stringify([random.of(strangeNames), anything(random, 3)]),
    () => JSON.stringify([random.of(names), [anything(random, 3)]]),
    () => JSON.stringify([random.of(names), random.of([1, -1.5e300, true, 'text', [], [[]]])]),
    () => JSON.stringify([random.of(names), {}, {}]),
    () => `["${random.of(names)}",{"__proto__":${JSON.stringify(anything(random, 3))}}]`,
    () =>
      JSON.stringify([random.of(names), { no: anything(random, 4), [random.of(strangeKeys)]: anything(random, 2) }]),
    () => `["${random.of(names)}",${'{"no":'.repeat(2_000)}1${'}'.repeat(2_000)}]`,
    () => JSON.stringify([random.of(names), { no: 1, text: random.text(random.below(9_000)) }]),
  ])();

function anything(random: SeededRandom, depth: number): unknown {
  if (depth === 0) return random.of([null, true, 0, -0.1, 1e21, '', random.text(8)]);
  const length = random.below(4);
  if (random.below(2) === 0) return Array.from({ length }, () => anything(random, depth - 1));
  return Object.fromEntries(Array.from({ length }, () => [random.of(strangeKeys), anything(random, depth - 1)]));
}
