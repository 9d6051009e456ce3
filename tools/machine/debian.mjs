import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { findProgram } from './programs.mjs';
import { run, succeeds } from './run.mjs';

/** Whether this process may install packages without a password. */
export const canInstallDebianPackages = () => process.getuid?.() === 0 && findProgram('apt-get') !== undefined;

/**
 * Installs packages of Debian or Ubuntu for their programs and keeps their services from starting. Waits for other apt
 * processes.
 */
export async function installDebianPackages(names, print) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const waitForLock = ['-o', 'DPkg::Lock::Timeout=600'];
  const waiting = 'Waiting for another start to install packages …';
  await withLock(join(tmpdir(), 'devchitchat-apt.lock'), { print, waiting }, async () => {
    print(`Installing ${names.join(', ')} with apt-get …`);
    // Old package lists may be enough; if they are not, the install reports it.
    await run('apt-get', [...waitForLock, 'update'], { env }).catch(() => {});
    const allowServices = forbidServices();
    try {
      await run('apt-get', [...waitForLock, 'install', '-y', '--no-install-recommends', ...names], { env });
    } finally {
      allowServices();
    }
    await disableServices(names);
  });
}

/** Packages run this file before they start a service. An existing file is kept. */
const policyFile = '/usr/sbin/policy-rc.d';
const refuseAll = '#!/bin/sh\nexit 101\n';

/** @returns a function that allows services again */
function forbidServices() {
  if (existsSync(policyFile)) return () => {};
  writeFileSync(policyFile, refuseAll, { mode: 0o755 });
  const takeBack = () => rmSync(policyFile, { force: true });
  process.once('exit', takeBack);
  return takeBack;
}

/**
 * Disables the services at boot as well: Debian's nats-server accepts clients without credentials, and its coturn is an
 * open relay.
 */
async function disableServices(names) {
  for (const name of names) {
    if (existsSync(`/lib/systemd/system/${name}.service`)) await succeeds('systemctl', ['disable', '--now', name]);
  }
}
