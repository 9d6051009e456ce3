import * as z from 'zod';
import { adminsOnly } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { eventId, timestamp } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { nextPage, pageAfter } from '../grammar/paging';
import { processNames, serviceNames, type ServiceName } from '../grammar/service-name';
import { alert } from './alerts';
import { eventFilter, historyPoint, loggedEvent, problem, serviceReport } from './model';
import { callsReport, gatewayReport, roomsReport } from './notices';

const service = 'diagnostics';

export const diagSnapshot = defineCommand('diag.snapshot', {
  service,
  summary: 'Returns the current state of every process of the server.',
  input: z.strictObject({}),
  value: z.object({
    at: timestamp,
    /** Current alerts; empty if there are none. */
    alerts: z.array(alert).max(100),
    services: z.array(serviceReport).max(processNames.length),
    /** These are `null` while the reporting process is silent. */
    gateway: gatewayReport.data.nullable(),
    rooms: roomsReport.data.nullable(),
    calls: callsReport.data.nullable(),
    /** Newest first. */
    problems: z.array(problem.extend({ process: z.enum(processNames) })).max(50),
  }),
  access: adminsOnly,
  rate: 'read',
  refusals: [],
});

export const diagHistory = defineCommand('diag.history', {
  service,
  summary: 'Returns the recent history of every process of the server, for charts.',
  input: z.strictObject({ minutes: z.number().int().min(5).max(limits.historyMinutes).default(60) }),
  value: z.object({
    /** Points are oldest first; a silent process has none for that time. */
    series: z
      .array(z.object({ process: z.enum(processNames), points: z.array(historyPoint).max(200) }))
      .max(processNames.length),
  }),
  access: adminsOnly,
  rate: 'read',
  refusals: [],
});

/** Where a page of events ended in each service's log; the next page continues before it. */
const position = z.strictObject(
  Object.fromEntries(serviceNames.map((name) => [name, eventId.optional()])) as Record<
    ServiceName,
    z.ZodOptional<typeof eventId>
  >,
);

export const diagEvents = defineCommand('diag.events', {
  service,
  summary: "Lists events from the services' logs, newest first, without their content.",
  input: z.strictObject({
    services: z
      .array(z.enum(serviceNames))
      .min(1)
      .max(serviceNames.length)
      .default([...serviceNames]),
    filter: eventFilter.default({}),
    ...pageAfter(position, limits.eventsPerPage, 50),
  }),
  value: z.object({
    /** May be few or none even if the next page has more. */
    events: z.array(loggedEvent).max(limits.eventsPerPage),
    next: nextPage(position),
    /** Services that did not answer; their events are missing. */
    unanswered: z.array(z.enum(serviceNames)).max(serviceNames.length),
  }),
  access: adminsOnly,
  rate: 'read',
  refusals: [],
});
