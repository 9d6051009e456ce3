/** Time, as a mesh needs it: something that happens later unless it is called off. */
export interface Clock {
  /** Milliseconds since some moment, also while the machine slept. */
  readonly now: number;
  /** Calls back once, after so many milliseconds. Returns what calls it off. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const realClock: Clock = {
  get now() {
    // eslint-disable-next-line no-restricted-syntax -- only spans are taken from it, and a monotonic clock stands still in sleep
    return Date.now();
  },
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};
