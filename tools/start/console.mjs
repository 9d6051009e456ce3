/** Output for the terminal: our own lines and warnings at once, other lines of the services once startup is complete. */
export class Console {
  #held = [];

  constructor(output) {
    this.output = output;
    // The reader may close the pipe, as `npm start | head` does; the services keep running.
    output.on('error', () => {});
  }

  print = (line) => this.output.write(`${line}\n`);

  /** Prints a line of a service unchanged, but not before the address. */
  passOn(line) {
    if (this.#held) this.#held.push(line);
    else this.print(line);
  }

  release() {
    for (const line of this.#held ?? []) this.print(line);
    this.#held = undefined;
  }
}
