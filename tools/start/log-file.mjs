import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDiskFull } from '../machine/disk-full.mjs';
import { Refusal, refusedToStart } from '../machine/refusal.mjs';

const megabyte = 1024 * 1024;

/** An append-only file of lines with a size limit. A full file becomes `….1` and replaces the one before. */
export class LogFile {
  #path;
  #limit;
  #file;
  #size;

  /** @param {number} limit bytes */
  constructor(path, limit = 10 * megabyte) {
    this.#path = path;
    this.#limit = limit;
    this.#open();
  }

  /** Never throws: a full disk costs log lines, not the processes that write them. */
  write(line) {
    try {
      if (this.#size > this.#limit) this.#rotate();
      this.#size += writeSync(this.#file, `${line}\n`);
    } catch {
      // This is the log, so the failure can be reported nowhere.
    }
  }

  #rotate() {
    closeSync(this.#file);
    // The system may reuse the file descriptor.
    this.#file = undefined;
    try {
      renameSync(this.#path, `${this.#path}.1`);
    } finally {
      this.#open();
    }
  }

  #open() {
    try {
      mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
      this.#file = openSync(this.#path, 'a', 0o600);
      this.#size = fstatSync(this.#file).size;
    } catch (error) {
      if (isDiskFull(error)) return;
      const path = error.path ?? this.#path;
      const words = `The log ${path} cannot be written (${error.code}). Move it away and start again.`;
      throw new Refusal(words, refusedToStart);
    }
  }
}
