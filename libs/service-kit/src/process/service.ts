import type { ProcessName } from '@devchitchat/contracts';

/** A service that can stand alone in a process or beside others in one. */
export interface Service {
  /** `home` is all of them in one process. */
  readonly name: ProcessName | 'home';
  /** Resolves when it answers. Throws StartRefusal, or what keeps it from standing. */
  start(environment: NodeJS.ProcessEnv): Promise<RunningService>;
}

export interface RunningService {
  /** Takes nothing new, finishes what it has, closes its file. */
  stop(): Promise<void>;
}
