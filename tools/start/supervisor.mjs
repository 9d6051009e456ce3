import { join } from 'node:path';
import { runFolder } from './data-folder.mjs';
import { SupervisedProcess } from './supervised-process.mjs';

/** Runs the processes of one data folder and ends them in reverse start order. */
export class Supervisor {
  #processes = new Map();
  #folder;
  ending = false;

  /** @param onRefusal called when a process needs a person to fix something before it can start */
  constructor(dataDir, onRefusal) {
    this.onRefusal = onRefusal;
    this.#folder = runFolder(dataDir);
  }

  start(name, { command, args, env, ipc }, journal) {
    const supervised = new SupervisedProcess({
      command,
      args,
      env,
      ipc,
      pidFile: join(this.#folder, `${name}.pid`),
      onLine: (line, stream) => journal.line(name, line, stream),
      onRestart: (how) => journal.restarted(name, how),
      onRefusal: this.onRefusal,
    });
    this.#processes.set(name, supervised);
    supervised.start();
  }

  /** Restarts a process whose code has changed. */
  restart(name) {
    this.#processes.get(name)?.restart();
  }

  /** Ends all processes and this one. Repeated calls, as from Ctrl-C under npm, have no further effect. */
  async end(exitCode = 0) {
    if (this.ending) return;
    this.ending = true;
    for (const supervised of [...this.#processes.values()].reverse()) await supervised.stop();
    process.exit(exitCode);
  }
}
