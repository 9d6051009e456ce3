import type { ProcessName } from '@devchitchat/contracts';

/** A service that runs in its own process or together with others. */
export interface Service {
  /** `home` is all services in one process. */
  readonly name: ProcessName | 'home';
  /**
   * Resolves when it answers requests.
   *
   * @throws {StartRefusal} or the error that prevents the start
   */
  start(environment: NodeJS.ProcessEnv): Promise<RunningService>;
}

export interface RunningService {
  /** Accepts no new work, finishes the current work and closes its database. */
  stop(): Promise<void>;
}
