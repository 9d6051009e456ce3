import * as z from 'zod';
import { scopeKinds } from '../grammar/event';
import { errorCodes } from '../grammar/reason';
import { eventId, roomId, seq, timestamp, traceId, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { processNames, serviceNames } from '../grammar/service-name';
import { linkState, streamKind, streamKinds } from '../signaling/model';

/** `host:pid`. Services with the same value share one process, its memory and its event loop. */
export const operatingSystemProcess = z.string();

/** The state of the single writer of a service's database file. */
export const writerReport = z.object({
  /** Writes that are waiting for the next commit. */
  waiting: z.number().int(),
  /** Since the last heartbeat: the number of commits, and the number of writes in the largest of them. */
  commits: z.number().int(),
  largestBatch: z.number().int(),
});

/**
 * The disk of a service's file. `nearly_full`: less than 512 MB free, or a twentieth of a smaller disk. `full`: the
 * last write failed for lack of space, or the next one may. `failing`: the last write failed for another reason. Stored
 * data can still be read.
 */
export const diskReport = z.object({
  state: z.enum(['ok', 'nearly_full', 'full', 'failing']),
  freeBytes: z.number(),
  totalBytes: z.number(),
});
export type DiskReport = z.infer<typeof diskReport>;

/** One browser's connection, as the gateway sees it. */
export const socketReport = z.object({
  userId,
  /** The time it connected. */
  since: timestamp,
  /** Frames and bytes that the browser has not read yet. */
  queuedFrames: z.number().int(),
  queuedBytes: z.number().int(),
});

const counted = z.record(z.string(), z.number().int());

/** Counts of what the gateway refused since it started, by names from the contracts; never by input. */
export const turnedAway = z.object({
  refusals: z.partialRecord(z.enum(errorCodes), z.number().int()),
  refusedCommands: counted,
  cuts: counted,
});

/** Statistics of a room. Its name and messages are only for its members. */
export const roomReport = z.object({
  roomId,
  members: z.number().int(),
  lastSeq: seq,
  /** The time of the last message; `null` before the first. */
  lastMessageAt: timestamp.nullable(),
});

/** A call, without its media. */
export const callReport = z.object({
  roomId,
  startedAt: timestamp,
  peers: z
    .array(
      z.object({
        userId,
        joinedAt: timestamp,
        streams: z.array(streamKind).max(streamKinds.length),
        /** The number of this peer's links in each state, as its browser reports them. */
        links: z.partialRecord(linkState, z.number().int()),
      }),
    )
    .max(limits.peersPerCall),
});
export type CallReport = z.infer<typeof callReport>;

/** A warning or an error from a log, reduced to what may leave the log: names from the code, ids and numbers. */
export const problem = z.object({
  at: timestamp,
  level: z.enum(['warn', 'error']),
  message: z.string(),
  trace: z.string().optional(),
  command: z.string().optional(),
  code: z.string().optional(),
  /** The error's class and code, but never its message, which may quote input. */
  error: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;

/**
 * `silent`: no heartbeat for 5 s. `slow`: its event loop was late by more than 250 ms. `unknown`: no heartbeat yet, and
 * diagnostics has itself been listening for less than 5 s.
 */
export const serviceState = z.enum(['well', 'slow', 'silent', 'unknown']);
export type ServiceState = z.infer<typeof serviceState>;

export const serviceReport = z.object({
  process: z.enum(processNames),
  state: serviceState,
  /** All of these are `null` before the first heartbeat. */
  heard: z
    .object({
      at: timestamp,
      version: z.string(),
      runsIn: operatingSystemProcess,
      uptimeMs: z.number(),
      memoryBytes: z.number(),
      eventLoopDelayP99Ms: z.number(),
      databaseBytes: z.number().nullable(),
      writer: writerReport.nullable(),
      disk: diskReport.nullable(),
    })
    .nullable(),
  /** Restarts within the history that diagnostics keeps. */
  restarts: z.number().int(),
});
export type ServiceReport = z.infer<typeof serviceReport>;

/** One process in one interval; measurements are the interval's worst. */
export const historyPoint = z.object({
  at: timestamp,
  memoryBytes: z.number(),
  eventLoopDelayP99Ms: z.number(),
  /** `null` for the gateway, which stores nothing. */
  largestBatch: z.number().int().nullable(),
  /** `null` for the services, which have no browser connections. */
  sockets: z.number().int().nullable(),
});
export type HistoryPoint = z.infer<typeof historyPoint>;

/** An event without its content: its type, scope and actor, but never texts or names. */
export const loggedEvent = z.object({
  service: z.enum(serviceNames),
  eventId,
  ts: timestamp,
  actorUserId: userId.nullable(),
  scope: z.object({ kind: z.enum(scopeKinds), id: z.string() }),
  type: z.string(),
  trace: z.string(),
  body: z.record(z.string(), z.unknown()),
});
export type LoggedEvent = z.infer<typeof loggedEvent>;

/** A filter of events. All given fields must match. */
export const eventFilter = z.strictObject({
  scopeKind: z.enum(scopeKinds).optional(),
  scopeId: z.string().max(64).optional(),
  type: z.string().max(64).optional(),
  actorUserId: userId.optional(),
  trace: traceId.optional(),
  /** From this time (inclusive) to that one (exclusive). */
  since: timestamp.optional(),
  until: timestamp.optional(),
});
export type EventFilter = z.infer<typeof eventFilter>;
