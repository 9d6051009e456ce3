import { stripVTControlCharacters } from 'node:util';
import { Journal } from '../start/journal.mjs';

/** Lines, by process, that report progress, chunks and how files are watched. */
const unimportant = {
  web: [
    /^$/,
    /^> nx run/,
    /^[❯✔] /,
    /\||^\S+\.(js|css)\b|more lazy chunks/,
    /^(Watch mode enabled|NOTE: Raw file sizes|➜)/,
    /\[optimizer\]/,
  ],
  types: [/^$/, /^message TS\d+: /],
};

/** Shows lines that a developer acts on, and nothing once Ctrl-C stops the processes. */
export class DevelopmentJournal extends Journal {
  #isEnding;

  constructor(console, path, isEnding) {
    super(console, path);
    this.#isEnding = isEnding;
  }

  line(name, line, stream) {
    if (this.#isEnding()) return;
    const text = stripVTControlCharacters(line).trim();
    if (unimportant[name]?.some((pattern) => pattern.test(text))) return;
    super.line(name, line, stream);
  }
}
