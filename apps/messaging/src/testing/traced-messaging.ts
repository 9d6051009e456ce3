import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const workspace = join(import.meta.dirname, '../../../..');

const traced = 'fsync,fdatasync,write,writev,sendto,sendmsg';

/** The built service in a process of its own, under strace. Disposing of it stops it. */
export function startTracedMessaging(environment: NodeJS.ProcessEnv, trace: string): AsyncDisposable {
  const build = `dist/specs/messaging-${process.pid}`;
  execFileSync(process.execPath, ['tools/build-service.mjs', 'messaging', build], { cwd: workspace });
  // -D: the service becomes our child and strace its child, so that our signal reaches the service.
  // --seccomp-bpf: only these calls stop the service. Otherwise every call does, and it takes ten seconds to start.
  const strace = ['-D', '-f', '--seccomp-bpf', '-y', '-s', '4096', '-e', `trace=${traced}`, '-o', trace];
  const child = spawn('strace', [...strace, process.execPath, join(workspace, build, 'main.js')], {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    async [Symbol.asyncDispose]() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      rmSync(join(workspace, build), { recursive: true });
    },
  };
}
