import { monitorEventLoopDelay } from 'node:perf_hooks';
import { serviceHeartbeat, type ProcessName } from '@devchitchat/contracts';
import type { Publisher } from './nats/publisher';
import { version } from './version';

/** Milliseconds between two. */
const every = 5_000;

/** Says every 5 s that a process is alive and how it does. Returns what stops it. */
export function startHeartbeat(process_: ProcessName, publisher: Publisher): () => void {
  const startedAt = performance.now();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const beat = () => {
    publisher.notice(
      serviceHeartbeat,
      {
        process: process_,
        version,
        pid: process.pid,
        uptimeMs: Math.round(performance.now() - startedAt),
        memoryBytes: process.memoryUsage.rss(),
        eventLoopDelayP99Ms: Math.round(delay.percentile(99) / 1e4) / 100,
      },
      [],
    );
    delay.reset();
  };
  beat();
  const timer = setInterval(beat, every);
  timer.unref();
  return () => {
    clearInterval(timer);
    delay.disable();
  };
}
