import { containerNames } from '../support/composed-product';
import { docker } from '../support/docker';
import { expect, test } from '../support/fixtures';

interface Container {
  readonly NetworkSettings: { readonly Networks: Record<string, unknown> };
  readonly Config: { readonly User: string; readonly Image: string };
  readonly HostConfig: {
    readonly ReadonlyRootfs: boolean;
    readonly CapDrop: string[] | null;
    readonly CapAdd: string[] | null;
    readonly SecurityOpt: string[] | null;
    readonly Memory: number;
    readonly Privileged: boolean;
    readonly LogConfig: { readonly Config: Record<string, string> };
    readonly RestartPolicy: { readonly Name: string };
  };
}

for (const name of containerNames) {
  test(`${name} has only the privileges that it needs`, async ({ composed }) => {
    const { Config, HostConfig } = await composed.product.inspect<Container>(name);
    expect(Config.User).toBe('1000:1000');
    expect(HostConfig).toMatchObject({ ReadonlyRootfs: true, Privileged: false, CapDrop: ['ALL'] });
    expect(HostConfig.CapAdd ?? []).toEqual(name === 'coturn' ? ['NET_BIND_SERVICE'] : []);
    expect(HostConfig.SecurityOpt).toContain('no-new-privileges:true');
    expect(HostConfig.Memory).toBeGreaterThan(0);
    expect(HostConfig.LogConfig.Config).toHaveProperty('max-size');
    expect(HostConfig.RestartPolicy.Name).toBe('unless-stopped');
  });
}

test('secrets are generated at the first start, are readable only by their containers, and are in no image', async ({
  composed: { product },
}) => {
  const filesOf = async (name: (typeof containerNames)[number], folder: string) =>
    (await docker('exec', await product.container(name), 'find', folder, '-type', 'f')).split('\n').sort();
  expect(await filesOf('gateway', '/data/nats')).toEqual(['/data/nats/creds/gateway.creds']);
  expect(await filesOf('messaging', '/data/nats')).toEqual(['/data/nats/creds/messaging.creds']);
  expect(await filesOf('auth', '/data/nats')).toEqual(['/data/nats/bot-signer.json', '/data/nats/creds/auth.creds']);
  expect(await filesOf('nats', '/data')).toEqual(['/data/nats-server.conf']);
  expect(await filesOf('coturn', '/data')).toEqual(['/data/turnserver.conf']);

  const { Config } = await product.inspect<Container>('init');
  const inImage = await docker('run', '--rm', '--entrypoint', 'find', Config.Image, '/volumes', '/data', '-type', 'f');
  expect(inImage).toBe('');
});

test('the folder of files is shared by messaging and the gateway, and is for them only', async ({
  composed: { product },
}) => {
  const inside = async (name: (typeof containerNames)[number], ...command: string[]) =>
    docker('exec', await product.container(name), ...command);
  for (const name of ['messaging', 'gateway'] as const)
    expect(await inside(name, 'stat', '--format', '%a %u', '/data/files')).toBe('700 1000');
  await inside('gateway', 'mkdir', '/data/files/written-by-the-gateway');
  await inside('messaging', 'rmdir', '/data/files/written-by-the-gateway');
  for (const name of ['auth', 'signaling', 'diagnostics'] as const)
    expect(await inside(name, 'find', '/data', '-path', '/data/files/*')).toBe('');
});

test('only signaling and the gateway have a route out of the shared network', async ({ composed: { product } }) => {
  for (const name of ['nats', 'auth', 'messaging', 'diagnostics'] as const) {
    const { NetworkSettings } = await product.inspect<Container>(name);
    const networks = Object.keys(NetworkSettings.Networks);
    const isInternal = await docker('network', 'inspect', '--format', '{{.Internal}}', ...networks);
    expect([name, isInternal]).toEqual([name, 'true']);
  }
});
