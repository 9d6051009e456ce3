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
  summary: 'Creates a bot. Only this answer contains its NATS credentials.',
  input: z.strictObject({ handle, displayName }),
  value: z.object({
    bot,
    /** The contents of a NATS credentials file. */
    credentials: z.string(),
  }),
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.handleTaken, reasons.handleReserved, reasons.botKeyMissing],
});

/**
 * On no client's surface: `npm run bot` asks, with the gateway's credentials, on behalf of an operator with access to
 * the server's files.
 */
export const botCreateByOperator = defineCommand('bot.create_by_operator', {
  service,
  summary: "Creates a bot from the server's terminal, without a session.",
  input: botCreate.input,
  value: botCreate.value,
  access: anyone,
  rate: 'change',
  refusals: [reasons.handleTaken, reasons.handleReserved, reasons.botKeyMissing],
});

export const botList = defineCommand('bot.list', {
  service,
  summary: 'Lists all bots, revoked ones included, newest first.',
  input: z.strictObject(pageAfter(eventId, limits.botsPerPage)),
  value: z.object({ bots: z.array(bot).max(limits.botsPerPage), next: nextPage(eventId) }),
  access: adminsOnly,
  rate: 'read',
  refusals: [],
});

export const botRevoke = defineCommand('bot.revoke', {
  service,
  summary: 'Revokes a bot permanently and disconnects it at once. Its messages stay.',
  input: z.strictObject({ userId }),
  value: z.object({}),
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.botUnknown],
});

/** Most bots in one answer to the gateway. */
const botsPerCheck = 5_000;

/** On no client's surface. */
export const botCheck = defineCommand('bot.check', {
  service,
  summary: 'Lists active and revoked bots. The gateway asks at startup and after it lost NATS.',
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
