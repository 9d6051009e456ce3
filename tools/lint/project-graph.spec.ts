import { createProjectGraphAsync } from '@nx/devkit';

/**
 * Nx derives rebuilds and boundary checks from its project graph. It reads imports from sources only when configured
 * to, and gives no warning otherwise: a changed library would then leave all apps that use it stale.
 */
it.each([
  ['auth', ['contracts', 'nats-keys', 'service-kit']],
  ['gateway', ['contracts', 'service-kit']],
  ['home', ['contracts', 'nats-keys', 'service-kit']],
  ['init', ['contracts', 'nats-keys', 'service-kit']],
  ['backup', ['contracts', 'service-kit']],
  ['messaging', ['contracts', 'message-text', 'service-kit']],
  ['web', ['contracts', 'message-text']],
  ['service-kit', ['contracts']],
  ['message-text', ['contracts']],
  ['contracts', []],
])('%s is built anew when one of %j changes', async (project, libraries) => {
  const { dependencies } = await createProjectGraphAsync();
  const own = (dependencies[project] ?? []).map(({ target }) => target).filter((target) => !target.startsWith('npm:'));

  expect([...new Set(own)].sort()).toEqual(libraries);
});

it('every project can be tested and linted by Nx', async () => {
  const { nodes } = await createProjectGraphAsync();
  const without = Object.values(nodes)
    .filter(({ data }) => !data.targets?.['test'] || !data.targets['lint'])
    .map(({ name }) => name);

  expect(without).toEqual([]);
});
