/**
 * The page's ways out, each in one folder: the socket in client/connection/, IndexedDB in client/cache/, and what a browser may lack, or
 * what may throw, in platform/browser/. Everything else asks there, so that everything else can be tested without a server and
 * without a browser, and so that every guard is in one place.
 */
const doors = { 'socket.io-client': 'client/connection', idb: 'client/cache' };

const node = { group: ['node:*'], message: 'A browser has no Node.' };

const closed = (names) => [
  node,
  ...names.map((name) => ({ group: [name], message: `Only ${doors[name]}/ may: it is the page's one door for this.` })),
];

const restrict = (files, names) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: closed(names) }] },
});

/** What is missing on plain HTTP, or throws where the browser blocks storage, by the file that guards it. */
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

/** Names that are properties of something else too: as globals they are forbidden, as properties of these objects. */
const ambiguous = { credentials: ['navigator'], permissions: ['navigator'], share: ['navigator'], caches: ['window'] };
const entries = Object.entries(guarded).flatMap(([file, names]) => names.map((name) => ({ file, name })));
const message = (file) => `Missing or forbidden in some browsers: ask ${file}, which guards it.`;

/** The clock of a browser may be wrong by days, and jumps. */
const ownClock = [
  ['Date.now()', "CallExpression[callee.object.name='Date'][callee.property.name='now']"],
  ['new Date()', "NewExpression[callee.name='Date'][arguments.length=0]"],
].map(([what, selector]) => ({
  selector,
  message: `${what} is this browser's clock: use serverNow() of platform/time/server-clock.ts, or performance.now() for a span.`,
}));

export const webDoors = [
  restrict(['apps/web/**/*.ts'], Object.keys(doors)),
  ...Object.entries(doors).map(([name, folder]) =>
    restrict(
      [`apps/web/src/${folder}/**/*.ts`],
      Object.keys(doors).filter((other) => other !== name),
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
