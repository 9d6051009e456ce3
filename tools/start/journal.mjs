import { LogFile } from './log-file.mjs';
import { forPeople, fromNatsServer, parseLogLine } from './log-line.mjs';

/** Takes every line that a process writes, and decides what goes to the log file and what a person sees. */
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
    // Not in the log: a plain line may be an invite, and whoever reads the log later was not invited.
    this.#console.passOn(line);
    if (stream === 'stderr')
      this.#file.write(JSON.stringify({ level: 'error', time: now(), process: name, message: line }));
  }

  restarted(name, how) {
    this.#note({ level: 'warn', time: now(), process: name, message: `ended (${how}) and is started again` });
  }

  #note(entry) {
    this.#file.write(JSON.stringify(entry));
    const told = forPeople(entry);
    if (told) this.#console.passOn(told);
  }
}

const now = () => new Date().toISOString();
