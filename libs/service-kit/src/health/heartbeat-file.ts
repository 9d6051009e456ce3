import { writeFile } from 'node:fs/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import { heartbeatIntervalMs } from './heartbeat';

export interface HeartbeatFileOptions {
  /** If undefined, no file is written. */
  readonly file: string | undefined;
  readonly nats: NatsConnection;
  /** Throws if the process is not healthy. */
  readonly probe: () => unknown;
}

/**
 * Writes a file every 2 s while the process is healthy: its event loop runs, its probe succeeds and NATS answers. A
 * container's health check reads the file's age and needs neither a port nor a client. Returns a function that stops it.
 */
export function keepHeartbeatFile({ file, nats, probe }: HeartbeatFileOptions): () => void {
  if (file === undefined) return () => {};
  const beat = async () => {
    try {
      probe();
      await nats.rtt();
      await writeFile(file, '');
    } catch {
      // The file's age shows the failure; its reason is logged where it occurred.
    }
  };
  void beat();
  const timer = setInterval(() => void beat(), heartbeatIntervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
