import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What `docker …` prints. @throws with what it complained about. */
export const docker = async (...parameters: string[]): Promise<string> =>
  (await run('docker', parameters, { maxBuffer: 64 * 1024 * 1024 })).stdout.trim();

/** The words by which Compose is called here: version 2 is a plugin of docker, version 1 a program. */
export const composeCommand = (): Promise<[string, ...string[]]> =>
  run('docker', ['compose', 'version']).then(
    () => ['docker', 'compose'],
    () => ['docker-compose'],
  );
