/** One person's socket to the measured system. */
export interface Client {
  /**
   * Resolves with the acknowledgement.
   * @throws when the system refuses
   */
  send(id: string, text: string): Promise<void>;
  /** Registers a callback for every message that this socket receives, with the id under which it was sent. */
  onDelivered(heard: (id: string) => void): void;
}

/** A system with several people in one room. */
export interface Target {
  readonly name: string;
  readonly clients: readonly Client[];
  /** Ids of its processes, to measure their memory. */
  readonly pids: Readonly<Record<string, number>>;
  end(): Promise<void>;
}
