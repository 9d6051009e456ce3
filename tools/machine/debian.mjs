import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { findProgram } from './programs.mjs';
import { run } from './run.mjs';

/** Whether packages can be installed without asking anybody. */
export const canInstallDebianPackages = () => process.getuid?.() === 0 && findProgram('apt-get') !== undefined;

/** Installs packages of Debian or Ubuntu. Waits for any other apt on the machine. */
export async function installDebianPackages(names, say) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patience = ['-o', 'DPkg::Lock::Timeout=600'];
  const waiting = 'Waiting for another start to install packages …';
  await withLock(join(tmpdir(), 'devchitchat-apt.lock'), { say, waiting }, async () => {
    say(`Installing ${names.join(', ')} with apt-get …`);
    // Lists that could not be renewed may still name the package; where they do not, the install says so.
    await run('apt-get', [...patience, 'update'], { env }).catch(() => {});
    await run('apt-get', [...patience, 'install', '-y', '--no-install-recommends', ...names], { env });
  });
}
