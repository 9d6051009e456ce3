import { writeFile } from 'node:fs/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import { heartbeatEvery } from './heartbeat';

export interface HeartbeatFileOptions {
  /** Nothing, and nothing is written. */
  readonly file: string | undefined;
  readonly nats: NatsConnection;
  /** Throws where the process is not well. */
  readonly probe: () => unknown;
}

/**
 * Writes a file every 2 s while the process is well: its loop turns, its probe holds and NATS answers. A container's health
 * check looks at the file's age, and so needs neither a port nor a client. Returns what stops it.
 */
export function keepHeartbeatFile({ file, nats, probe }: HeartbeatFileOptions): () => void {
  if (file === undefined) return () => {};
  const beat = async () => {
    try {
      probe();
      await nats.rtt();
      await writeFile(file, '');
    } catch {
      // The file grows old, which is all that its reader needs to know; the reason is logged where it arose.
    }
  };
  void beat();
  const timer = setInterval(() => void beat(), heartbeatEvery);
  timer.unref();
  return () => clearInterval(timer);
}
