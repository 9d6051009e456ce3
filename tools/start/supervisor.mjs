import { join } from 'node:path';
import { runFolder } from './data-folder.mjs';
import { SupervisedProcess } from './supervised-process.mjs';

/** Holds the processes of one data folder, and ends them in the reverse of the order in which they were started. */
export class Supervisor {
  #processes = new Map();
  #folder;
  ending = false;

  /** @param onRefusal called when a process says that a person has to change something before it can start */
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

  /** Ends a process and starts it again, because what it runs has changed. */
  restart(name) {
    this.#processes.get(name)?.restart();
  }

  /** Ends this process too. Asked twice, as by Ctrl-C under npm, it is done once. */
  async end(exitCode = 0) {
    if (this.ending) return;
    this.ending = true;
    for (const supervised of [...this.#processes.values()].reverse()) await supervised.stop();
    process.exit(exitCode);
  }
}
