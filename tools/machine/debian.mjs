import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { findProgram } from './programs.mjs';
import { run, succeeds } from './run.mjs';

/** Whether packages can be installed without asking anybody. */
export const canInstallDebianPackages = () => process.getuid?.() === 0 && findProgram('apt-get') !== undefined;

/** Installs packages of Debian or Ubuntu for their programs: no service of theirs runs. Waits for any other apt. */
export async function installDebianPackages(names, say) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const waitForLock = ['-o', 'DPkg::Lock::Timeout=600'];
  const waiting = 'Waiting for another start to install packages …';
  await withLock(join(tmpdir(), 'devchitchat-apt.lock'), { say, waiting }, async () => {
    say(`Installing ${names.join(', ')} with apt-get …`);
    // Lists that could not be renewed may still name the package; where they do not, the install says so.
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

/** What a package asks before it starts a service. A machine that has one keeps its own. */
const policyFile = '/usr/sbin/policy-rc.d';
const refuseAll = '#!/bin/sh\nexit 101\n';

/** @returns what takes it back */
function forbidServices() {
  if (existsSync(policyFile)) return () => {};
  writeFileSync(policyFile, refuseAll, { mode: 0o755 });
  const takeBack = () => rmSync(policyFile, { force: true });
  process.once('exit', takeBack);
  return takeBack;
}

/** Nor shall they start with the machine: Debian's nats-server asks nobody for credentials, and its coturn relays for all. */
async function disableServices(names) {
  for (const name of names) {
    if (existsSync(`/lib/systemd/system/${name}.service`)) await succeeds('systemctl', ['disable', '--now', name]);
  }
}
