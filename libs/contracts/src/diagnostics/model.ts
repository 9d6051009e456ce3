import * as z from 'zod';
import { scopeKinds } from '../grammar/event';
import { errorCodes } from '../grammar/reason';
import { eventId, roomId, seq, timestamp, traceId, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { processNames, serviceNames } from '../grammar/service-name';
import { linkState, streamKind, streamKinds } from '../signaling/model';

/** `host:pid`. Services that say the same share one process, its memory and its event loop. */
export const operatingSystemProcess = z.string();

/** How the one writer of a service's file does. */
export const writerReport = z.object({
  /** Pieces of work that wait for the next commit, now. */
  waiting: z.number().int(),
  /** Since the last heartbeat: transactions that committed, and the pieces of work in the largest of them. */
  commits: z.number().int(),
  largestBatch: z.number().int(),
});

/**
 * The disk that a service's file is on. `nearly_full`: below 512 MB, or a twentieth of a smaller disk. `full`: it did not
 * take the last write, or may not take the next one. `failing`: it did not take the last write for another reason. What is
 * stored can still be read.
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
  /** When it connected. */
  since: timestamp,
  /** What waits because the browser does not read it yet. */
  queuedFrames: z.number().int(),
  queuedBytes: z.number().int(),
});

const counted = z.record(z.string(), z.number().int());

/** What the gateway turned away since it stands, by a name of ours; never by what somebody sent. */
export const turnedAway = z.object({
  refusals: z.partialRecord(z.enum(errorCodes), z.number().int()),
  refusedCommands: counted,
  cuts: counted,
});

/** A room in numbers. Its name and what is said in it are for its members. */
export const roomReport = z.object({
  roomId,
  members: z.number().int(),
  lastSeq: seq,
  /** When the last message was sent; `null` before the first. */
  lastMessageAt: timestamp.nullable(),
});

/** A call without anything that is said or shown in it. */
export const callReport = z.object({
  roomId,
  startedAt: timestamp,
  peers: z
    .array(
      z.object({
        userId,
        joinedAt: timestamp,
        streams: z.array(streamKind).max(streamKinds.length),
        /** How many of this peer's links are in each state, as its browser sees them. */
        links: z.partialRecord(linkState, z.number().int()),
      }),
    )
    .max(limits.peersPerCall),
});
export type CallReport = z.infer<typeof callReport>;

/** A warning or an error from a log, with as much of it as may leave the log: names of ours, ids and numbers. */
export const problem = z.object({
  at: timestamp,
  level: z.enum(['warn', 'error']),
  message: z.string(),
  trace: z.string().optional(),
  command: z.string().optional(),
  code: z.string().optional(),
  /** The class of the error and its code, never its message: that may quote what it choked on. */
  error: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;

/**
 * `silent`: not heard for 5 s. `slow`: its event loop was late by more than 250 ms. `unknown`: not heard yet, by a
 * diagnostics that listens for less than 5 s itself.
 */
export const serviceState = z.enum(['well', 'slow', 'silent', 'unknown']);
export type ServiceState = z.infer<typeof serviceState>;

export const serviceReport = z.object({
  process: z.enum(processNames),
  state: serviceState,
  /** `null` for all of these while it was never heard. */
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
  /** Starts within what diagnostics keeps that followed an earlier life. */
  restarts: z.number().int(),
});
export type ServiceReport = z.infer<typeof serviceReport>;

/** What one process was like in one stretch of time: its worst, where there is a worse. */
export const historyPoint = z.object({
  at: timestamp,
  memoryBytes: z.number(),
  eventLoopDelayP99Ms: z.number(),
  /** `null` for the gateway, which writes nothing. */
  largestBatch: z.number().int().nullable(),
  /** `null` for the services, to which no browser connects. */
  sockets: z.number().int().nullable(),
});
export type HistoryPoint = z.infer<typeof historyPoint>;

/** An event without its content: that it happened, to what, by whom. Never what somebody said or named. */
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

/** Which events to show. Everything that is given must be so. */
export const eventFilter = z.strictObject({
  scopeKind: z.enum(scopeKinds).optional(),
  scopeId: z.string().max(64).optional(),
  type: z.string().max(64).optional(),
  actorUserId: userId.optional(),
  trace: traceId.optional(),
  /** From this time on, and before that one. */
  since: timestamp.optional(),
  until: timestamp.optional(),
});
export type EventFilter = z.infer<typeof eventFilter>;
