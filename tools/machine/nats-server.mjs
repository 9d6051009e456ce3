import { canInstallDebianPackages, installDebianPackages } from './debian.mjs';
import { findProgram } from './programs.mjs';
import { Refusal } from './refusal.mjs';
import { run, succeeds } from './run.mjs';

/**
 * Finds nats-server on the PATH, or installs it with apt if this process may.
 *
 * @returns {Promise<string | undefined>} the path of the program, or undefined
 */
export async function bringNatsServer(print) {
  const found = findProgram('nats-server');
  if (found || !canInstallDebianPackages()) return found;
  await installDebianPackages(['nats-server'], print);
  return findProgram('nats-server');
}

/** Whether Docker can run nats-server instead. */
export const canRunContainers = async () => findProgram('docker') !== undefined && (await succeeds('docker', ['info']));

export const natsImage = 'docker.io/library/nats:2.14-alpine';

export async function pullNatsImage(print) {
  if (await succeeds('docker', ['image', 'inspect', natsImage])) return;
  print('Downloading nats-server as a container image …');
  await run('docker', ['pull', natsImage], { doing: 'Downloading the container image of nats-server' });
}

export const noNatsServer = new Refusal(
  'nats-server is missing: install it (https://nats.io/download, or `apt-get install nats-server` as root) or Docker, or set NATS_URL.',
);
