/** A clock for a mesh: runs callbacks later, unless they are cancelled. */
export interface Clock {
  /** Milliseconds since an arbitrary moment; continues while the machine sleeps. */
  readonly now: number;
  /** Calls back once, after this many milliseconds. Returns a function that cancels it. */
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
