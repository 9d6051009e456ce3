import { join } from 'node:path';
import { workspace } from '../machine/workspace.mjs';
import { endingWithUs } from '../start/processes.mjs';

/**
 * Output folder of development builds, so that a build for `npm start` or `npm test` never meets a half-written one.
 */
export const builtApps = 'dist/dev';

/** In start order; the gateway needs the others. */
export const services = ['auth', 'messaging', 'signaling', 'diagnostics', 'gateway'];

/** Runs one service in its own process, so that it can be restarted alone. */
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

/** Angular's development server, which proxies everything except the web app to the gateway. */
export function planWebServer(node, { host, port }, { gatewayPort }) {
  const env = {
    ...process.env,
    // Angular prints a warning for this variable.
    PORT: undefined,
    GATEWAY_URL: `http://127.0.0.1:${gatewayPort}`,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NG_CLI_ANALYTICS: 'false',
    // The page updates without waiting for the types, which `planTypeCheck` checks.
    NG_BUILD_TYPE_CHECK: 'false',
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

/** Checks the types of the web app and its templates after every change, when nothing else wants the processor. */
export function planTypeCheck(node) {
  const ngc = join(workspace, 'node_modules', '.bin', 'ngc');
  // Without a limit it grows by a program with every change, to 2.5 GB after four.
  const limit = '--max-old-space-size=1536';
  const program = [node, limit, ngc, '-p', join(workspace, 'apps/web/tsconfig.json'), '--noEmit', '--watch'];
  const [command, ...args] = process.platform === 'win32' ? program : ['nice', '-n', '19', ...program];
  return endingWithUs(command, args);
}
