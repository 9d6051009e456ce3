import { authCommands, authEvents, authReasons } from './auth';
import type { Command } from './grammar/command';
import {
  callsReport,
  diagnosticsCommands,
  gatewayReport,
  roomsReport,
  serviceHeartbeat,
  serviceProblems,
} from './diagnostics';
import type { EventType } from './grammar/event';
import { gatewayCommands, presence, presenceHere } from './gateway';
import * as gatewayNotices from './gateway/notices';
import { messagingCommands, messagingEvents, messagingReasons, readMoved, typing } from './messaging';
import type { Notice } from './grammar/notice';
import type { Reason } from './grammar/reason';
import { reasonsOfAnyCommand } from './declared-refusals';
import { signalingCommands, signalingEvents, signalingNotices, signalingReasons } from './signaling';

/** All commands, events and notices, for the tables that must be complete: relay, protocol.md, authorization matrix. */
const commands = [
  ...Object.values(authCommands),
  ...Object.values(messagingCommands),
  ...Object.values(diagnosticsCommands),
  ...Object.values(signalingCommands),
  ...Object.values(gatewayCommands),
] as const;
export type CommandName = (typeof commands)[number]['name'];
export const allCommands: readonly (Command & { readonly name: CommandName })[] = commands;

const events = [
  ...Object.values(authEvents),
  ...Object.values(messagingEvents),
  ...Object.values(signalingEvents),
] as const;
export type EventTypeName = (typeof events)[number]['type'];
export const allEvents: readonly (EventType & { readonly type: EventTypeName })[] = events;

const reasons = [
  ...reasonsOfAnyCommand,
  ...Object.values(authReasons),
  ...Object.values(messagingReasons),
  ...Object.values(signalingReasons),
] as const;
export type ReasonName = (typeof reasons)[number]['name'];
export const allReasons: readonly (Reason & { readonly name: ReasonName })[] = reasons;

export const allNotices: readonly Notice[] = [
  ...Object.values(gatewayNotices),
  presence,
  presenceHere,
  typing,
  serviceHeartbeat,
  serviceProblems,
  gatewayReport,
  roomsReport,
  callsReport,
  readMoved,
  ...Object.values(signalingNotices),
];
