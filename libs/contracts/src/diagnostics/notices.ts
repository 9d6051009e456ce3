import * as z from 'zod';
import { defineNotice } from '../notice';
import { processNames } from '../service-name';

export const serviceHeartbeat = defineNotice('service.heartbeat', {
  from: 'any',
  summary: 'A process is alive, every 5 s. For the services only.',
  data: z.object({
    process: z.enum(processNames),
    version: z.string(),
    pid: z.number().int(),
    /** Milliseconds since the process stood. */
    uptimeMs: z.number(),
    /** Resident memory of the operating system process, in bytes; services in one process report the same. */
    memoryBytes: z.number(),
    /** Event loop delay since the last heartbeat, 99th percentile, in milliseconds. */
    eventLoopDelayP99Ms: z.number(),
  }),
});
export type Heartbeat = z.infer<typeof serviceHeartbeat.data>;

/** What `health.<process>` is answered with. */
export const health = z.object({
  process: z.enum(processNames),
  state: z.enum(['ok', 'starting', 'failing']),
  version: z.string(),
  uptimeMs: z.number(),
  /** Why it is not ok; for the operator. */
  reason: z.string().optional(),
});
export type Health = z.infer<typeof health>;
