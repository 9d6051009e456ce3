/**
 * The moment from which a process answers: its commands are heard, its port is open. Nest's `onApplicationBootstrap` comes
 * before that. Providers that tell others of the process, or invite questions, wait for it.
 */
export class Standing {
  private readonly moment = Promise.withResolvers<undefined>();

  /** Calls back then; at once where it has come. */
  whenReached(begin: () => void): void {
    void this.moment.promise.then(begin);
  }

  /** Everybody who waits has begun by the time that whoever awaits anything after this goes on. */
  reach(): void {
    this.moment.resolve(undefined);
  }
}
