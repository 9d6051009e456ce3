/**
 * The moment a process can answer: its transport listens and its ports are open. Nest's `onApplicationBootstrap` runs before
 * that. Providers that announce the process or serve requests outside Nest wait for it.
 */
export class Readiness {
  private readonly ready = Promise.withResolvers<undefined>();

  /** Runs `begin` once the process is ready, immediately if it already is. */
  onReady(begin: () => void): void {
    void this.ready.promise.then(begin);
  }

  markReady(): void {
    this.ready.resolve(undefined);
  }
}
