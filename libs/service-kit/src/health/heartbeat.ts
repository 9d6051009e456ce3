import { hostname } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { serviceHeartbeat, serviceProblems, type Heartbeat, type ProcessName } from '@devchitchat/contracts';
import type { Publisher } from '../nats/publisher';
import type { Problems } from '../process/problems';
import { randomCharacters } from '../ids/random-ids';
import { version } from '../process/version';

/** Milliseconds between two heartbeats. */
export const heartbeatIntervalMs = 2_000;

export interface HeartbeatOptions {
  readonly process: ProcessName;
  readonly publisher: Publisher;
  readonly problems: Problems;
  /** Additional data of processes with a database. */
  readonly storage?: () => Pick<Heartbeat, 'databaseBytes' | 'writer' | 'disk'>;
}

const nothingStored = () => ({ databaseBytes: null, writer: null, disk: null });

/** Publishes a heartbeat every 2 s with the process's state and its problems. Returns a function that stops it. */
export function startHeartbeat({
  process: name,
  publisher,
  problems,
  storage = nothingStored,
}: HeartbeatOptions): () => void {
  const startedAt = performance.now();
  const runId = randomCharacters(16);
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const beat = () => {
    publisher.notice(
      serviceHeartbeat,
      {
        process: name,
        runId,
        version,
        runsIn: `${hostname()}:${process.pid}`,
        uptimeMs: Math.round(performance.now() - startedAt),
        memoryBytes: process.memoryUsage.rss(),
        eventLoopDelayP99Ms: Math.round(delay.percentile(99) / 1e4) / 100,
        ...storage(),
      },
      [],
    );
    delay.reset();
    const news = problems.take();
    if (news) publisher.notice(serviceProblems, { process: name, ...news }, []);
  };
  beat();
  const timer = setInterval(beat, heartbeatIntervalMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    delay.disable();
  };
}
