/**
 * The page's ways out, each in one folder: the socket in connection/, IndexedDB in cache/. Everything else asks there, so
 * that everything else can be tested without a server and without a browser's storage.
 */
const doors = { 'socket.io-client': 'connection', idb: 'cache' };

const node = { group: ['node:*'], message: 'A browser has no Node.' };

const closed = (names) => [
  node,
  ...names.map((name) => ({ group: [name], message: `Only ${doors[name]}/ may: it is the page's one door for this.` })),
];

const restrict = (files, names) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: closed(names) }] },
});

export const webDoors = [
  restrict(['apps/web/**/*.ts'], Object.keys(doors)),
  ...Object.entries(doors).map(([name, folder]) =>
    restrict(
      [`apps/web/src/${folder}/**/*.ts`],
      Object.keys(doors).filter((other) => other !== name),
    ),
  ),
];
