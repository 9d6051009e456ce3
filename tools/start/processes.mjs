import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findProgram } from '../machine/programs.mjs';
import { bringNatsServer, canRunContainers, natsImage, noNatsServer, pullNatsImage } from '../machine/nats-server.mjs';
import { run } from '../machine/run.mjs';
import { workspace } from '../machine/workspace.mjs';
import { chooseNatsPort } from './ports.mjs';

/**
 * Measured on the home runner: a young generation of up to 4 MB costs 10 % more CPU per message than V8's default of 16
 * MB and saves 20 MB; one of 1 MB doubles that cost, and `--optimize-for-size` nearly does. With the one collection
 * after the start that `--expose-gc` allows (apps/home), idle memory is the same for all of them.
 */
const nodeFlags = ['--max-semi-space-size=4', '--expose-gc', '--disable-warning=ExperimentalWarning'];

/**
 * Allocations from this size in bytes get a mapping of their own and are returned when freed. Without a fixed value,
 * glibc raises it after freeing a large block and then keeps the 19 MiB of every password hash in each thread: 195 MB
 * after twenty sign-ins of the auth service alone, instead of 50 MB.
 */
const mallocMmapThreshold = '1048576';

/**
 * Plans this data folder's nats-server: its address and how to start it. There is no command if NATS_URL names a
 * running server.
 *
 * @returns {Promise<{ url: string, listen: string, command?: string, args?: string[] }>}
 */
export async function planNatsServer({ natsUrl, dataDir }, print) {
  if (natsUrl) return { url: natsUrl, listen: new URL(natsUrl.replace(/^\w+:/, 'http:')).host };
  const configuration = join(dataDir, 'nats', 'nats-server.conf');
  const program = await bringNatsServer(print);
  if (!program && !(await canRunContainers())) throw noNatsServer;
  if (!program) await pullNatsImage(print);
  const port = await chooseNatsPort(configuration);
  const url = `nats://127.0.0.1:${port}`;
  return program
    ? { url, listen: `127.0.0.1:${port}`, ...endingWithUs(program, ['-c', configuration]) }
    : { url, listen: `0.0.0.0:${port}`, ...inContainer(port, configuration) };
}

/**
 * Makes Linux end a program with its parent, for programs that do not notice when we are killed. Elsewhere the next
 * start ends it.
 */
export function endingWithUs(program, args) {
  const setpriv = process.platform === 'linux' && existsSync('/usr/bin/setpriv');
  return setpriv
    ? { command: '/usr/bin/setpriv', args: ['--pdeathsig', 'TERM', program, ...args] }
    : { command: program, args };
}

function inContainer(port, configuration) {
  const name = `devchitchat-nats-${port}`;
  const options = `--rm --name ${name} --publish 127.0.0.1:${port}:${port} --volume "$1":/nats-server.conf:ro`;
  // A container left by a killed start still has the name.
  const script = `docker rm --force ${name} >/dev/null 2>&1; exec docker run ${options} ${natsImage} -c /nats-server.conf`;
  return { command: findProgram('sh') ?? '/bin/sh', args: ['-c', script, basename(configuration), configuration] };
}

/**
 * Creates or completes the keys and the configuration.
 *
 * @param apps the folder of the workspace with the built services
 */
export const prepareNats = (node, { dataDir }, { listen }, apps = 'dist/apps') =>
  run(node, [join(workspace, apps, 'home/prepare-nats.js'), join(dataDir, 'nats'), listen], {
    doing: 'Making the NATS keys',
  });

/** The process that runs all services. */
export function planHome(node, { dataDir, port, httpPort, host, logLevel, publicUrl }, { url }) {
  const env = {
    NODE_ENV: 'production',
    MALLOC_MMAP_THRESHOLD_: mallocMmapThreshold,
    WEB_DIR: join(workspace, 'dist/apps/web/browser'),
    ...process.env,
    DATA_DIR: dataDir,
    NATS_URL: url,
    PORT: String(port),
    HTTP_PORT: httpPort ? String(httpPort) : '',
    HOST: host,
    LOG_LEVEL: logLevel,
    PUBLIC_URL: publicUrl ?? '',
  };
  return { command: node, args: [...nodeFlags, join(workspace, 'dist/apps/home/main.js')], env, ipc: true };
}
