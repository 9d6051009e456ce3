/** What the person at the terminal sees: our own words at once, what the services say once everything stands. */
export class Console {
  #held = [];

  constructor(output) {
    this.output = output;
    // Whoever reads along may go away, as `npm start | head` does; the services stay.
    output.on('error', () => {});
  }

  say = (line) => this.output.write(`${line}\n`);

  /** A line of a service, word for word; behind the address, if that is not told yet. */
  passOn(line) {
    if (this.#held) this.#held.push(line);
    else this.say(line);
  }

  release() {
    for (const line of this.#held ?? []) this.say(line);
    this.#held = undefined;
  }
}
