/**
 * Who may import whom. Every project carries one tag, its own name: no two are allowed the same, so no group would help.
 * Apps import no app: Nx refuses that by itself, and so does the absence of `app:` tags on the right.
 */
const service = (name, ...more) => ({
  sourceTag: `app:${name}`,
  onlyDependOnLibsWithTags: ['lib:contracts', 'lib:service-kit', ...more],
});

export const depConstraints = [
  { sourceTag: 'lib:contracts', onlyDependOnLibsWithTags: [], allowedExternalImports: ['zod'] },
  {
    sourceTag: 'lib:nats-keys',
    // Only its `owned-files`, which needs no package.
    onlyDependOnLibsWithTags: ['lib:contracts', 'lib:service-kit'],
    allowedExternalImports: ['@nats-io/*', 'zod'],
  },
  { sourceTag: 'lib:service-kit', onlyDependOnLibsWithTags: ['lib:contracts'] },
  ...['gateway', 'messaging', 'signaling', 'diagnostics'].map((name) => service(name)),
  // It signs the credentials of bots.
  service('auth', 'lib:nats-keys'),
  ...['home', 'init'].map((name) => service(name, 'lib:nats-keys')),
  ...['backup', 'import'].map((name) => service(name)),
  {
    sourceTag: 'app:web',
    onlyDependOnLibsWithTags: ['lib:contracts'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'better-sqlite3', 'socket.io', '@nats-io/*', 'pino'],
  },
];
