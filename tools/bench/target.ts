/** One person's socket to the system that is measured. */
export interface Client {
  /** Resolves with the acknowledgement. @throws when it is refused. */
  send(id: string, text: string): Promise<void>;
  /** Called for every message that arrives at this socket, with the id it was sent under. */
  onDelivered(heard: (id: string) => void): void;
}

/** A system that takes messages of people in one room. */
export interface Target {
  readonly name: string;
  readonly clients: readonly Client[];
  /** The processes that serve it, for their memory. */
  readonly pids: Readonly<Record<string, number>>;
  end(): Promise<void>;
}
