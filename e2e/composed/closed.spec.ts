import { randomBytes } from 'node:crypto';
import { containerNames, type ContainerName } from '../support/composed-product';
import { docker } from '../support/docker';
import { expect, test } from '../support/fixtures';
import { openTcpPorts } from '../support/port-scan';

interface Container {
  readonly Config: { readonly Image: string };
  readonly NetworkSettings: {
    readonly Networks: Record<string, { readonly IPAddress: string }>;
    readonly Ports: Record<string, { readonly HostIp: string; readonly HostPort: string }[] | null>;
  };
}

const inContainers = containerNames.filter((name): name is Exclude<ContainerName, 'coturn'> => name !== 'coturn');

test('no container is reachable from another network', async ({ composed: { product } }) => {
  const containers = await Promise.all(inContainers.map((name) => product.inspect<Container>(name)));
  const addresses = containers.flatMap(({ NetworkSettings }) =>
    Object.values(NetworkSettings.Networks).map(({ IPAddress }) => IPAddress),
  );
  expect(addresses.length).toBeGreaterThanOrEqual(inContainers.length);
  const { Config } = await product.inspect<Container>('gateway');
  const network = `scan${randomBytes(4).toString('hex')}`;
  await docker('network', 'create', network);
  try {
    expect(await openTcpPorts(addresses, Config.Image, network)).toEqual([]);
    // Scans from inside as well, to prove that the scan works.
    const nats = Object.values(containers[0]?.NetworkSettings.Networks ?? {}).map(({ IPAddress }) => IPAddress);
    const inside = await openTcpPorts(nats, Config.Image, `${product.project}_inside`);
    expect(inside).toEqual(nats.map((address) => `${address}:4222`));
  } finally {
    await docker('network', 'rm', network);
  }
});

test('the published ports are the documented ones', async ({ composed: { product } }) => {
  const { HTTPS_PORT, HTTP_PORT, PROXY_PORT, STUN_PORT } = product.ports;
  const published = await Promise.all(
    inContainers.map(async (name) => {
      const { NetworkSettings } = await product.inspect<Container>(name);
      return Object.entries(NetworkSettings.Ports).flatMap(([port, outside]) =>
        (outside ?? []).map(({ HostIp, HostPort }) => {
          const where = HostIp === '127.0.0.1' ? ' on this machine only' : '';
          return `${name} ${port.split('/')[1] ?? ''} ${HostPort}${where}`;
        }),
      );
    }),
  );
  const documented = [
    `gateway tcp ${HTTPS_PORT}`,
    `gateway tcp ${HTTP_PORT}`,
    `gateway tcp ${PROXY_PORT} on this machine only`,
    `signaling udp ${STUN_PORT}`,
  ];
  expect([...new Set(published.flat())].sort()).toEqual(documented.sort());
});
