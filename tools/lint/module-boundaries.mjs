/**
 * Allowed imports between projects. Every project has one tag, its own name, because no two have the same permissions.
 * Apps import no app: there are no `app:` tags on the right, and Nx refuses such imports as well.
 */
const service = (name, ...more) => ({
  sourceTag: `app:${name}`,
  onlyDependOnLibsWithTags: ['lib:contracts', 'lib:service-kit', ...more],
});

export const depConstraints = [
  { sourceTag: 'lib:contracts', onlyDependOnLibsWithTags: [], allowedExternalImports: ['zod'] },
  { sourceTag: 'lib:message-text', onlyDependOnLibsWithTags: ['lib:contracts'], allowedExternalImports: [] },
  {
    sourceTag: 'lib:nats-keys',
    // Only its `owned-files`, which depends on no package.
    onlyDependOnLibsWithTags: ['lib:contracts', 'lib:service-kit'],
    allowedExternalImports: ['@nats-io/*', 'zod'],
  },
  { sourceTag: 'lib:service-kit', onlyDependOnLibsWithTags: ['lib:contracts'] },
  ...['gateway', 'signaling', 'diagnostics'].map((name) => service(name)),
  // Messaging finds the people that a message mentions.
  service('messaging', 'lib:message-text'),
  // Auth signs the credentials of bots.
  service('auth', 'lib:nats-keys'),
  ...['home', 'init'].map((name) => service(name, 'lib:nats-keys')),
  service('backup'),
  // The import writes mentions.
  service('import', 'lib:message-text'),
  {
    sourceTag: 'app:web',
    onlyDependOnLibsWithTags: ['lib:contracts', 'lib:message-text'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'better-sqlite3', 'socket.io', '@nats-io/*', 'pino'],
  },
];
