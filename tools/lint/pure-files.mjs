/**
 * A file without a second dot in its name is pure: `room.ts`, beside `rooms.repository.ts`. It imports no framework and
 * takes time, randomness and ids as arguments, so specs need no mocks and results are reproducible.
 */
const services = '{auth,messaging,signaling,diagnostics,init,import}';

/** Files that start a process or only list others. */
const entryFiles = ['main', 'index', 'environment', 'prepare-nats', 'bot-proxy', 'module'];

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
    {
      patterns: [
        { group: outside, message: 'A file without a second dot is pure: it decides and has no side effects.' },
      ],
    },
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
  { files: ['libs/message-text/src/**/*.ts'], ignores: ['**/*.spec.ts'], rules },
  // The web app follows Angular's file names without second dots, so this list names its pure files.
  { files: ['apps/web/src/**/{fold,*-fold,*-policy,held-room}.ts'], rules },
];
