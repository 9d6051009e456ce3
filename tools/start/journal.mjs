import { LogFile } from './log-file.mjs';
import { forPeople, fromNatsServer, parseLogLine } from './log-line.mjs';

/** Receives every line of all processes, and writes it to the log file, the terminal or both. */
export class Journal {
  #console;
  #file;

  constructor(console, path) {
    this.#console = console;
    this.#file = new LogFile(path);
  }

  line(name, line, stream) {
    if (name === 'nats-server') return this.#note(fromNatsServer(line, now()));
    const entry = parseLogLine(line);
    if (entry) return this.#note(entry);
    // Not in the log: plain lines may be invite links, which later readers of the log must not see.
    this.#console.passOn(line);
    if (stream === 'stderr')
      this.#file.write(JSON.stringify({ level: 'error', time: now(), process: name, message: line }));
  }

  restarted(name, how) {
    this.#note({ level: 'warn', time: now(), process: name, message: `ended (${how}); restarting` });
  }

  #note(entry) {
    this.#file.write(JSON.stringify(entry));
    const told = forPeople(entry);
    // At once: it may be what the start waits for.
    if (told) this.#console.print(told);
  }
}

const now = () => new Date().toISOString();
