import * as z from 'zod';
import { saidState } from '../gateway/presence';
import { defineNotice } from '../grammar/notice';
import { processNames } from '../grammar/service-name';
import {
  callReport,
  diskReport,
  operatingSystemProcess,
  problem,
  roomReport,
  socketReport,
  turnedAway,
  writerReport,
} from './model';

export const serviceHeartbeat = defineNotice('service.heartbeat', {
  from: 'any',
  summary: 'A process is alive. Sent every 2 s, to services only.',
  data: z.object({
    process: z.enum(processNames),
    /** Random for each start, to tell a restarted process from the previous one. */
    runId: z.string(),
    version: z.string(),
    runsIn: operatingSystemProcess,
    /** Milliseconds since the process was ready. */
    uptimeMs: z.number(),
    /** Resident memory of the operating system process, in bytes; services in one process report the same. */
    memoryBytes: z.number(),
    /** Event loop delay since the last heartbeat, 99th percentile, in milliseconds. */
    eventLoopDelayP99Ms: z.number(),
    /** Bytes of the service's file and of the log beside it; `null` for a process without a file. */
    databaseBytes: z.number().nullable(),
    writer: writerReport.nullable(),
    /** `null` for a process without a file. */
    disk: diskReport.nullable(),
  }),
});
export type Heartbeat = z.infer<typeof serviceHeartbeat.data>;

export const serviceProblems = defineNotice('service.problems', {
  from: 'any',
  summary: 'Warnings and errors that a process logged since its previous report. Sent to services only.',
  data: z.object({
    process: z.enum(processNames),
    problems: z.array(problem).max(50),
    /** How many more were omitted. */
    dropped: z.number().int(),
  }),
});

export const gatewayReport = defineNotice('gateway.report', {
  from: 'gateway',
  summary: 'Connections to the gateway, and what it refused. Sent every 2 s, to services only.',
  data: z.object({
    /** The number of sockets, and up to 200 of them, those with the most queued data first. */
    socketCount: z.number().int(),
    sockets: z.array(socketReport).max(200),
    /** People and bots by presence state, over all gateways. Offline ones are not counted. */
    people: z.record(saidState, z.number().int()),
    turnedAway,
  }),
});
export type GatewayReport = z.infer<typeof gatewayReport.data>;

export const roomsReport = defineNotice('rooms.report', {
  from: 'messaging',
  summary: 'Statistics of rooms. Sent every 2 s, to services only.',
  data: z.object({
    /** The number of rooms, and the 50 with the latest messages. */
    roomCount: z.number().int(),
    rooms: z.array(roomReport).max(50),
  }),
});
export type RoomsReport = z.infer<typeof roomsReport.data>;

export const callsReport = defineNotice('calls.report', {
  from: 'signaling',
  summary: 'The people in each call and the state of their links. Sent every 2 s, to services only.',
  data: z.object({
    /** The number of running calls, and 50 of them, longest first. */
    callCount: z.number().int(),
    calls: z.array(callReport).max(50),
  }),
});
export type CallsReport = z.infer<typeof callsReport.data>;

/** The answer to `health.<process>`. */
export const health = z.object({
  process: z.enum(processNames),
  /** `degraded`: it works in part, and a restart would not help. */
  state: z.enum(['ok', 'degraded', 'starting', 'failing']),
  version: z.string(),
  uptimeMs: z.number(),
  /** Why it is not ok; for the operator. */
  reason: z.string().optional(),
});
export type Health = z.infer<typeof health>;
