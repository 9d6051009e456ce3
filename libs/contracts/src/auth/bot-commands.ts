import * as z from 'zod';
import { adminsOnly, anyone } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { eventId, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { nextPage, pageAfter } from '../grammar/paging';
import { bot, displayName, handle } from './model';
import * as reasons from './reasons';

const service = 'auth';

export const botCreate = defineCommand('bot.create', {
  service,
  summary: 'Makes a bot. Its NATS credentials are in this answer and nowhere else.',
  input: z.strictObject({ handle, displayName }),
  value: z.object({
    bot,
    /** The text of a credentials file, as every NATS client reads it. */
    credentials: z.string(),
  }),
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.handleTaken, reasons.handleReserved, reasons.botKeyMissing],
});

/** On no client's surface: `npm run bot` asks, with the gateway's credentials, for whoever has the server's files anyway. */
export const botCreateByOperator = defineCommand('bot.create_by_operator', {
  service,
  summary: "Makes a bot at the server's terminal, where nobody is signed in.",
  input: botCreate.input,
  value: botCreate.value,
  access: anyone,
  rate: 'change',
  refusals: [reasons.handleTaken, reasons.handleReserved, reasons.botKeyMissing],
});

export const botList = defineCommand('bot.list', {
  service,
  summary: 'Lists bots, latest first, the revoked ones too.',
  input: z.strictObject(pageAfter(eventId, limits.botsPerPage)),
  value: z.object({ bots: z.array(bot).max(limits.botsPerPage), next: nextPage(eventId) }),
  access: adminsOnly,
  rate: 'read',
  refusals: [],
});

export const botRevoke = defineCommand('bot.revoke', {
  service,
  summary: 'Shuts a bot out at once and for good. What it said stays.',
  input: z.strictObject({ userId }),
  value: z.object({}),
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.botUnknown],
});

/** Bots in one answer to the gateway. */
const botsPerCheck = 5_000;

/** On no client's surface. */
export const botCheck = defineCommand('bot.check', {
  service,
  summary: 'Which bots live, and which are revoked? The gateway asks when it starts and after NATS was away.',
  input: z.strictObject(pageAfter(userId, botsPerCheck)),
  value: z.object({
    live: z.array(userId).max(botsPerCheck),
    revoked: z.array(userId).max(botsPerCheck),
    next: nextPage(userId),
  }),
  access: anyone,
  rate: 'read',
  refusals: [],
});
