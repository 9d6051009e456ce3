import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonEnvironment, withDefaults } from '@devchitchat/service-kit';
import { gatewayEnvironment } from '../../apps/gateway/src/environment/environment';
import { initEnvironment } from '../../apps/init/src/environment';
import { messagingEnvironment } from '../../apps/messaging/src/environment/environment';
import { signalingEnvironment } from '../../apps/signaling/src/environment/environment';
import { variablesOf } from './variables';

const compose = readFileSync(join(import.meta.dirname, '../../docker-compose.yml'), 'utf8');

/** Variables that docker-compose.yml sets itself, so that containers find each other. */
const notForOwners = [
  'DATA_DIR',
  'HEARTBEAT_FILE',
  'HOST',
  'NATS_CREDS',
  'NATS_URL',
  'PORT',
  'TURN_SECRET_FILE',
  'VOLUMES_DIR',
];

const documented = variablesOf(
  commonEnvironment,
  initEnvironment,
  gatewayEnvironment,
  messagingEnvironment,
  signalingEnvironment,
);

describe('docker-compose.yml', () => {
  it.each(documented.map(({ name }) => name).filter((name) => !notForOwners.includes(name)))(
    'reads %s from .env and passes it to a container',
    (name) => {
      expect(compose).toContain(`\${${name}:-`);
    },
  );

  it.each(notForOwners)('decides on %s itself', (name) => {
    expect(documented.map((variable) => variable.name)).toContain(name);
    expect(compose).not.toContain(`\${${name}:-`);
  });

  it('uses the defaults of the code', () => {
    const ofContainers: Readonly<Record<string, string>> = { TLS: 'local' };
    for (const { name, fallback = '' } of documented) {
      const [, given] = new RegExp(`\\$\\{${name}:-([^}]*)\\}`).exec(compose) ?? [];
      if (given && fallback) expect([name, given]).toEqual([name, ofContainers[name] ?? fallback]);
    }
  });

  it('uses the default HTTPS port of the code', () => {
    expect(compose).toContain(`\${HTTPS_PORT:-${withDefaults({ TLS: 'local', HTTP_PORT: 8080 }).PORT}}`);
  });

  it('publishes unencrypted ports only on the loopback address', () => {
    const [, gateway = ''] = /\n {2}gateway:\n([\s\S]*?)\n\n/.exec(compose) ?? [];
    const [, ports = ''] = /ports:\n([\s\S]*?)\n {4}mem_limit/.exec(gateway) ?? [];
    expect(ports.match(/'[^']*'/g)).toEqual([
      "'${HTTPS_PORT:-8443}:${HTTPS_PORT:-8443}'",
      "'${HTTP_PORT:-8080}:${HTTP_PORT:-8080}'",
      "'127.0.0.1:${PROXY_PORT:-8081}:8081'",
    ]);
    expect(gateway).toContain('PROXY_PORT: 8081');
    expect(compose).toContain('GATEWAY: gateway:8081');
  });
});
