import { join } from 'node:path';
import { workspace } from '../machine/workspace.mjs';
import { endingWithUs } from '../start/processes.mjs';

/** Where services are built for development, so that a build for `npm start` or `npm test` never meets a half-written one. */
export const builtApps = 'dist/dev';

/** In the order in which they start; the gateway is of no use before the others. */
export const services = ['auth', 'messaging', 'signaling', 'diagnostics', 'gateway'];

/** One service in a process of its own, so that it can be started again alone. */
export function planService(node, name, { dataDir, logLevel, address }, { natsUrl, gatewayPort }) {
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    NATS_URL: natsUrl,
    NATS_CREDS: '',
    LOG_LEVEL: logLevel,
    HOST: '127.0.0.1',
    PORT: String(gatewayPort),
    PUBLIC_URL: address,
  };
  const program = join(workspace, builtApps, name, 'main.js');
  return { ...endingWithUs(node, ['--enable-source-maps', '--disable-warning=ExperimentalWarning', program]), env };
}

/** Angular's development server, which passes on to the gateway what is not the web app's. */
export function planWebServer(node, { host, port }, { gatewayPort }) {
  const env = {
    ...process.env,
    // Angular would warn that it heeds the variable.
    PORT: undefined,
    GATEWAY_URL: `http://127.0.0.1:${gatewayPort}`,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NG_CLI_ANALYTICS: 'false',
  };
  const nx = join(workspace, 'node_modules', '.bin', 'nx');
  const serve = [
    'run',
    'web:serve',
    '--host',
    host,
    '--port',
    String(port),
    '--output-style',
    'stream-without-prefixes',
  ];
  return { ...endingWithUs(node, [nx, ...serve]), env };
}
