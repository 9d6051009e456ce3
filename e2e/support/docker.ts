import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs `docker …`.
 * @returns stdout
 * @throws with its error output
 */
export const docker = async (...parameters: string[]): Promise<string> =>
  (await run('docker', parameters, { maxBuffer: 64 * 1024 * 1024 })).stdout.trim();

/** The command line of Compose on this machine: version 2 is a Docker plugin, version 1 a program. */
export const composeCommand = (): Promise<[string, ...string[]]> =>
  run('docker', ['compose', 'version']).then(
    () => ['docker', 'compose'],
    () => ['docker-compose'],
  );
