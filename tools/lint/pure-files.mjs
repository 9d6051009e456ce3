/**
 * A file without a second dot decides and touches nothing: `room.ts`, beside `rooms.repository.ts`. It imports no
 * framework and takes time, randomness and ids as arguments, so that a spec needs no mock and gets the same answer twice.
 */
const services = '{auth,messaging,signaling,diagnostics,init,import}';

/** Files by which a process starts, or which only list others. */
const entryFiles = ['main', 'index', 'environment', 'prepare-nats', 'bots-door', 'module'];

const outside = [
  '@nestjs/**',
  'typeorm',
  'better-sqlite3',
  'socket.io',
  'socket.io-client',
  'express',
  'rxjs',
  '@nats-io/**',
  '@angular/**',
  'idb',
  'node:fs',
  'node:fs/**',
  'node:net',
  'node:http',
  'node:https',
  'node:child_process',
  'node:worker_threads',
  'node:timers',
  'node:timers/**',
  'node:process',
];

const calls = [
  ['Date.now()', "CallExpression[callee.object.name='Date'][callee.property.name='now']"],
  ['new Date()', "NewExpression[callee.name='Date'][arguments.length=0]"],
  ['performance.now()', "CallExpression[callee.object.name='performance'][callee.property.name='now']"],
  ['Math.random()', "CallExpression[callee.object.name='Math'][callee.property.name='random']"],
  ['random bytes and ids', 'CallExpression[callee.name=/^(randomBytes|randomUUID|randomInt)$/]'],
  ['a timer', 'CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate)$/]'],
  ['process', "MemberExpression[object.name='process']"],
];

const rules = {
  'no-restricted-imports': [
    'error',
    { patterns: [{ group: outside, message: 'A file without a second dot decides and touches nothing.' }] },
  ],
  'no-restricted-syntax': [
    'error',
    ...calls.map(([what, selector]) => ({ selector, message: `A pure file takes ${what} as an argument.` })),
  ],
};

export const pureFiles = [
  {
    files: [`apps/${services}/src/**/*.ts`],
    ignores: ['**/*.*.ts', '**/testing/**', ...entryFiles.map((name) => `**/${name}.ts`)],
    rules,
  },
  // In the page, where Angular's style has no second dots, what folds and what decides is called so.
  { files: ['apps/web/src/**/{fold,*-fold,*-policy,held-room}.ts'], rules },
];
