/**
 * Restricts access to the outside to one folder each: the socket to client/connection/, IndexedDB to client/cache/, and
 * browser APIs that may be missing or throw to platform/browser/. All other code is testable without a server or
 * browser, and each guard is in one place.
 */
const restricted = { 'socket.io-client': 'client/connection', idb: 'client/cache' };

const node = { group: ['node:*'], message: 'A browser has no Node.' };

const closed = (names) => [
  node,
  ...names.map((name) => ({ group: [name], message: `Only ${restricted[name]}/ may import this.` })),
];

const restrict = (files, names) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: closed(names) }] },
});

/** APIs that are missing on plain HTTP, or that throw when the browser blocks storage, by the file that guards them. */
const guarded = {
  'platform/browser/random.ts': ['crypto', 'randomUUID', 'getRandomValues', 'subtle'],
  'platform/browser/local-store.ts': ['localStorage', 'sessionStorage', 'cookieStore'],
  'platform/browser/capabilities.ts': [
    'BroadcastChannel',
    'Notification',
    'isSecureContext',
    'clipboard',
    'mediaDevices',
    'serviceWorker',
    'locks',
    'wakeLock',
    'setAppBadge',
    'clearAppBadge',
    'credentials',
    'permissions',
    'mediaSession',
    'share',
  ],
  'client/cache/upgrade.ts': ['indexedDB', 'caches'],
};

/** Names that are also properties of other objects: refused as globals, and as properties of these objects only. */
const ambiguous = { credentials: ['navigator'], permissions: ['navigator'], share: ['navigator'], caches: ['window'] };
const entries = Object.entries(guarded).flatMap(([file, names]) => names.map((name) => ({ file, name })));
const message = (file) => `Missing or forbidden in some browsers: ask ${file}, which guards it.`;

/** A browser's clock may be days off and may jump. */
const ownClock = [
  ['Date.now()', "CallExpression[callee.object.name='Date'][callee.property.name='now']"],
  ['new Date()', "NewExpression[callee.name='Date'][arguments.length=0]"],
].map(([what, selector]) => ({
  selector,
  message: `${what} is this browser's clock: use serverNow() of platform/time/server-clock.ts, or performance.now() for a span.`,
}));

export const webGuards = [
  restrict(['apps/web/**/*.ts'], Object.keys(restricted)),
  ...Object.entries(restricted).map(([name, folder]) =>
    restrict(
      [`apps/web/src/${folder}/**/*.ts`],
      Object.keys(restricted).filter((other) => other !== name),
    ),
  ),
  {
    files: ['apps/web/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**', ...Object.keys(guarded).map((file) => `apps/web/src/${file}`)],
    rules: {
      'no-restricted-globals': ['error', ...entries.map(({ file, name }) => ({ name, message: message(file) }))],
      'no-restricted-properties': [
        'error',
        ...entries.flatMap(({ file, name: property }) =>
          (ambiguous[property] ?? [undefined]).map((object) => ({ object, property, message: message(file) })),
        ),
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**', 'apps/web/src/platform/time/server-clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ownClock] },
  },
];
