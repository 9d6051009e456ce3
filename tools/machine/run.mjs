import { spawn } from 'node:child_process';
import { Refusal, refusedToStart } from './refusal.mjs';
import { workspace } from './workspace.mjs';

const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill();
});

const keptOutput = 20_000;

/**
 * Runs a command without showing its output, and ends it if this process ends first.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, doing?: string }} options `doing` completes "… failed" in the error
 * @returns {Promise<string>} its output, at most the last 20,000 characters
 * @throws {Refusal} with the end of its output if it fails
 */
export function run(command, args, { env = process.env, doing = `${command} ${args.join(' ')}` } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-keptOutput)));
    }
    child.on('error', (error) => reject(new Refusal(`${doing} failed: ${error.message}`)));
    child.on('close', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve(output);
      // Its output is already one sentence for the user.
      else if (code === refusedToStart) reject(new Refusal(output.trim(), code));
      else
        reject(
          new Refusal(
            `${output.trim()}\n\n${doing} failed (${signal ?? `exit code ${code}`}); the end of its output is above.`,
          ),
        );
    });
  });
}

/** Whether the command exists and succeeds. */
export const succeeds = (command, args) =>
  run(command, args).then(
    () => true,
    () => false,
  );
