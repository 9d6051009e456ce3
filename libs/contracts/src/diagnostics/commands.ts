import * as z from 'zod';
import { adminsOnly } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { eventId, timestamp } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { nextPage, pageAfter } from '../grammar/paging';
import { processNames, serviceNames, type ServiceName } from '../grammar/service-name';
import { alert } from './alerts';
import { eventFilter, historyPoint, loggedEvent, problem, serviceReport } from './model';
import { callsReport, doorReport, roomsReport } from './notices';

const service = 'diagnostics';

export const diagSnapshot = defineCommand('diag.snapshot', {
  service,
  summary: 'Returns the current state of every process of the server.',
  input: z.strictObject({}),
  value: z.object({
    at: timestamp,
    /** What is wrong. Empty: all is well. */
    alerts: z.array(alert).max(100),
    services: z.array(serviceReport).max(processNames.length),
    /** `null` while their service is silent. */
    door: doorReport.data.nullable(),
    rooms: roomsReport.data.nullable(),
    calls: callsReport.data.nullable(),
    /** The latest first. */
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
    /** The oldest point first; a process that was silent has none for that time. */
    series: z
      .array(z.object({ process: z.enum(processNames), points: z.array(historyPoint).max(200) }))
      .max(processNames.length),
  }),
  access: adminsOnly,
  rate: 'read',
  refusals: [],
});

/** Where a page of events ended in each service's log: the next one is what came before. */
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
    /** There may be few of them, even none, and still more in the next page. */
    events: z.array(loggedEvent).max(limits.eventsPerPage),
    next: nextPage(position),
    /** Services that did not answer, whose events are missing here. */
    unanswered: z.array(z.enum(serviceNames)).max(serviceNames.length),
  }),
  access: adminsOnly,
  rate: 'read',
  refusals: [],
});
