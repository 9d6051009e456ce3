import { defineReason, param } from './reason';

/** Reasons for which any command may be refused; a command declares only those of its own. */

export const sessionRequired = defineReason('session.required', {
  code: 'unauthenticated',
  sentence: 'You’re not signed in, or your session has ended.',
});

export const sessionOver = defineReason('session.over', {
  code: 'unauthenticated',
  sentence: 'You’ve been signed out. Sign in again, or ask for an invite.',
});

export const accountGone = defineReason('account.gone', {
  code: 'unauthenticated',
  sentence: 'This account no longer exists.',
});

export const botRevoked = defineReason('bot.revoked', {
  code: 'unauthenticated',
  sentence: 'This bot was revoked, or never existed.',
});

export const adminRequired = defineReason('admin.required', {
  code: 'forbidden',
  sentence: 'Only admins can do this. Ask an admin.',
});

export const commandUnknown = defineReason('command.unknown', {
  code: 'invalid',
  sentence: 'There is no such command.',
});

export const commandInputs = defineReason('command.inputs', {
  code: 'invalid',
  sentence: 'A command takes exactly one input.',
});

export const envelopeMalformed = defineReason('envelope.malformed', {
  code: 'invalid',
  sentence: 'The request is not an envelope with trace, budget, actor and input.',
});

export const inputShape = defineReason('input.shape', {
  code: 'invalid',
  sentence: 'The input does not have the expected shape.',
});

export const inputUnknownField = defineReason('input.unknown_field', {
  code: 'invalid',
  sentence: '"{field}" has an unknown field.',
  params: { field: param.name },
});

export const inputNotJson = defineReason('input.not_json', { code: 'invalid', sentence: 'The input is not JSON.' });

export const httpOtherSite = defineReason('http.other_site', {
  code: 'forbidden',
  sentence: 'Other sites can’t send requests to this server.',
});

export const httpNotJson = defineReason('http.not_json', {
  code: 'invalid',
  sentence: 'Send the input as JSON, with the content type application/json.',
});

export const httpBody = defineReason('http.body', {
  code: 'invalid',
  sentence: 'The request has no valid JSON body.',
});

export const httpTooLarge = defineReason('http.too_large', {
  code: 'too_large',
  sentence: 'A request can hold at most {max} bytes.',
  params: { max: param.count },
});

export const httpNothingHere = defineReason('http.nothing_here', {
  code: 'not_found',
  sentence: 'There is nothing here.',
});

export const rateTooFast = defineReason('rate.too_fast', {
  code: 'rate_limited',
  sentence: 'Too fast: {burst} at once, then {perMinute} a minute. Try again in {waitMs:duration}.',
  params: { burst: param.count, perMinute: param.count, waitMs: param.milliseconds },
});

export const rateInFlight = defineReason('rate.in_flight', {
  code: 'rate_limited',
  sentence: '{max} of your commands are still unanswered. Wait for some of the answers.',
  params: { max: param.count },
});

export const rateConnections = defineReason('rate.connections', {
  code: 'rate_limited',
  sentence: 'Too many connections from your network. Try again soon.',
});

export const rateSockets = defineReason('rate.sockets', {
  code: 'rate_limited',
  sentence: 'You already have {max} open connections. Close one of them.',
  params: { max: param.count },
});

export const serverStarting = defineReason('server.starting', {
  code: 'unavailable',
  sentence: 'The server is starting. Try again in a moment.',
});

export const serverRestarting = defineReason('server.restarting', {
  code: 'unavailable',
  sentence: 'The server is restarting. Try again in a moment.',
});

export const partRestarting = defineReason('server.part_restarting', {
  code: 'unavailable',
  sentence: 'A part of the server is restarting. Try again in a moment.',
});

export const serverLate = defineReason('server.late', {
  code: 'unavailable',
  sentence: 'The server took too long to answer. Try again.',
});

export const serverBusy = defineReason('server.busy', {
  code: 'unavailable',
  sentence: 'The server was too busy to process this in time. Try again.',
});

export const diskFull = defineReason('server.disk_full', {
  code: 'unavailable',
  sentence: 'The server’s disk is full, so nothing was stored. Tell an admin, and try again later.',
});

export const diskFailing = defineReason('server.disk_failing', {
  code: 'unavailable',
  sentence: 'The server can’t write to its disk right now. Nothing was stored; try again later.',
});

export const answerTooLarge = defineReason('server.answer_too_large', {
  code: 'too_large',
  sentence: 'The answer is larger than {max} bytes, the most the server sends at once. Request less at a time.',
  params: { max: param.count },
});

export const requestTooLarge = defineReason('server.request_too_large', {
  code: 'too_large',
  sentence: 'The input is larger than the server accepts. Send less at a time.',
});

export const defect = defineReason('server.defect', {
  code: 'internal',
  sentence: 'Something went wrong on the server. The error was logged.',
});
