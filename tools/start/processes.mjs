import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findProgram } from '../machine/programs.mjs';
import { bringNatsServer, canRunContainers, natsImage, noNatsServer, pullNatsImage } from '../machine/nats-server.mjs';
import { run } from '../machine/run.mjs';
import { workspace } from '../machine/workspace.mjs';
import { chooseNatsPort } from './ports.mjs';

/**
 * Measured on the home runner: a young generation of up to 4 MB costs a message a tenth more CPU than V8's own 16 MB and
 * keeps 20 MB less; one of 1 MB doubles that cost, and `--optimize-for-size` nearly so. Together with the collection
 * that `--expose-gc` lets the runner make once after its start (apps/home), idle memory is the same with all of them.
 */
const nodeFlags = ['--max-semi-space-size=4', '--expose-gc', '--disable-warning=ExperimentalWarning'];

/**
 * Bytes from which on an allocation is a mapping of its own, given back when it is freed. glibc raises this by itself once
 * something large was freed, and then keeps the 19 MiB of every password hash in each thread: measured 195 MB after
 * twenty sign-ins of the auth service alone, against 50 MB so.
 */
const mallocMmapThreshold = '1048576';

/**
 * The nats-server of this data folder: where it will be reached, and how it is started, which is nothing where the
 * environment names one that runs already.
 *
 * @returns {Promise<{ url: string, listen: string, command?: string, args?: string[] }>}
 */
export async function planNatsServer({ natsUrl, dataDir }, say) {
  if (natsUrl) return { url: natsUrl, listen: new URL(natsUrl.replace(/^\w+:/, 'http:')).host };
  const configuration = join(dataDir, 'nats', 'nats-server.conf');
  const program = await bringNatsServer(say);
  if (!program && !(await canRunContainers())) throw noNatsServer;
  if (!program) await pullNatsImage(say);
  const port = await chooseNatsPort(configuration);
  const url = `nats://127.0.0.1:${port}`;
  return program
    ? { url, listen: `127.0.0.1:${port}`, ...endingWithUs(program, ['-c', configuration]) }
    : { url, listen: `0.0.0.0:${port}`, ...inContainer(port, configuration) };
}

/** For a program that does not notice when we are killed. Linux can tell it; elsewhere the next start ends it. */
export function endingWithUs(program, args) {
  const setpriv = process.platform === 'linux' && existsSync('/usr/bin/setpriv');
  return setpriv
    ? { command: '/usr/bin/setpriv', args: ['--pdeathsig', 'TERM', program, ...args] }
    : { command: program, args };
}

function inContainer(port, configuration) {
  const name = `devchitchat-nats-${port}`;
  const options = `--rm --name ${name} --publish 127.0.0.1:${port}:${port} --volume "$1":/nats-server.conf:ro`;
  // One that was left by a killed start still has the name.
  const script = `docker rm --force ${name} >/dev/null 2>&1; exec docker run ${options} ${natsImage} -c /nats-server.conf`;
  return { command: findProgram('sh') ?? '/bin/sh', args: ['-c', script, basename(configuration), configuration] };
}

/**
 * Makes the keys and the configuration, or completes them.
 *
 * @param apps the folder of the workspace that the services were built into
 */
export const prepareNats = (node, { dataDir }, { listen }, apps = 'dist/apps') =>
  run(node, [join(workspace, apps, 'home/prepare-nats.js')], {
    env: { ...process.env, DATA_DIR: dataDir, NATS_LISTEN: listen },
    doing: 'Making the NATS keys',
  });

/** The process that all services live in. */
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
