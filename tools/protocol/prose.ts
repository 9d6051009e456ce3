import { errorCodes, limits, rates, type ErrorCode, type RateName, reasonsOfAnyCommand } from '@devchitchat/contracts';
import { refusalTable } from './refusals';

export const introduction = `# The protocol

This document lists everything a client of devchitchat sends and receives. It is generated from \`libs/contracts\` by
\`node --import tsx tools/protocol.ts\`, and \`npm test\` fails if it is stale. To change it, change the contracts.

There are three kinds of message between processes:

- a **command** is a request in the imperative, answered exactly once;
- an **event** is a fact in the past tense, stored permanently in a log and never edited;
- a **notice** describes the present and is never stored.

## Connecting

A browser signs in over HTTP: \`POST /api/<command>\` with a JSON body. The answer to a command that starts a session sets an
HttpOnly cookie; the token is removed from the body, so that scripts never see it. All other traffic uses one socket.io
connection at \`/socket.io\`, WebSocket only, authenticated by the cookie. Both require the server's own \`Origin\`.

\`\`\`js
socket.emit('msg.send', { roomId, clientMsgId, text }, (reply) => …); // a command
socket.on('event', (event) => …); // every event, whatever its type
socket.on('scope.head', (data) => …); // a notice, by its name
\`\`\`

A bot uses the same messages on NATS, with its own credentials; docs/bots.md explains how.

The first message on a socket is the notice \`hello\` with the signed-in user and the limits. The server closes sockets that
send binary frames or frames over ${limits.frameBytes / 1024} KiB, and sockets beyond ${limits.socketsPerPerson} per person.

The HTTP status corresponds to the Reply: 200 ok, 400 \`invalid\`, 401 \`unauthenticated\`, 403 \`forbidden\`,
404 \`not_found\`, 409 \`conflict\`, 413 \`too_large\`, 429 \`rate_limited\` (with \`Retry-After\`), 503 \`unavailable\`,
500 \`internal\`.

## Files

The bytes of files do not fit into frames, so they have two routes. Both require the session's cookie, refuse pages of other
sites, and answer refusals as above. Unknown query parameters are ignored.

\`PUT /api/files/<fileId>?offset=<bytes>\` sends the file that \`file.begin\` named, from \`received\` on, as a raw body with
\`Content-Length\`. The answer is a Reply: \`{ isReady: true, expiresAt }\` once the file is complete and a message can name it,
otherwise \`{ isReady: false, received }\`. Bytes of a connection that broke are kept: ask \`file.begin\` again and go on. If all
bytes have arrived but the file is not ready, send an empty body at the end. A refusal comes before the body is read, and ends
the connection. It refuses for the reasons of \`file.receive\` and \`file.received\`.

\`GET /api/files/<fileId>/<form>\` and \`HEAD\` read the form \`small\` or \`large\` of a picture, or the \`original\` of any other
file, for those who can see its message at that moment (\`file.read\`). Ranges and \`If-None-Match\` work as in HTTP. With
\`?download\`, and for files of kind \`other\` always, it says that the file is to be saved.

## Replies

\`\`\`json
{ "ok": true, "value": { "msgId": 4711, "seq": 42, "eventId": 97, "ts": 1790000000000 } }
\`\`\`

\`\`\`json
{
  "ok": false,
  "error": {
    "code": "rate_limited",
    "reason": "room.slow_mode",
    "params": { "everyMs": 30000, "waitMs": 12000 },
    "message": "Slow mode: you can send one message every 30 s. Try again in 12 s.",
    "retryable": true,
    "retryAfterMs": 12000
  }
}
\`\`\`

\`code\` says what kind of refusal it is and \`reason\` which one: both are closed sets, so a client may switch over them.
\`params\` holds the numbers and names that the reason has, and is left out where it has none. \`message\` is the reason's
English sentence with \`params\` filled in, for people without a translation; nothing should be decided by it, and it never
repeats what was sent. \`retryable\` says that the same command, unchanged, may succeed later.

Inputs are strict: a field that is not known is refused.

Each command's table shows the answer to a valid command by standing. If the command names a room, the table assumes a
private one; every signed-in person can see and join public rooms.

## Lists and pages

Every list that can grow is paged in the same way. The input has the optional fields \`after\` and \`limit\`; the value has the
items and \`next\`:

\`\`\`js
for (let after; after !== null; ) {
  const { value } = await ask('user.list', after === undefined ? {} : { after });
  take(value.users);
  after = value.next; // null with the last page
}
\`\`\`

\`next\` is a position in the list's own order; pass it back unchanged. A page may hold fewer items than \`limit\`, because
answers are limited to about 256 KiB: only \`next\` tells whether more items follow. Additions and removals between requests
do not move other items to another page. \`msg.list\` and \`search.query\` have their own bounds, described with their fields,
and \`sync\` continues while it returns \`more\`.

An answer that still exceeds a NATS message, 1 MiB, is refused with \`too_large\`.
`;

const meanings: Readonly<Record<ErrorCode, string>> = {
  invalid: 'The input is malformed, or the command does not exist.',
  unauthenticated: 'No valid session.',
  forbidden: 'The actor is known but not allowed.',
  not_found: 'It does not exist, or the actor may not know that it does.',
  conflict: 'It contradicts the current state: a taken name, an id used for something else.',
  too_large: 'The input or the answer exceeds a limit. Request less at a time.',
  rate_limited: 'Too many requests. Retry after `retryAfterMs`.',
  unavailable: 'The command failed or its result is unknown. Repeat it unchanged.',
  internal: 'A server defect. It is logged under the trace id.',
};

const rateMeanings: Readonly<Record<RateName, string>> = {
  auth: 'trying a password or a code',
  linkPreview: 'previewing a link',
  linkRedeem: 'redeeming a link',
  message: 'sending messages',
  upload: 'beginning an upload, or asking where it stopped',
  file: 'sending and reading the bytes of files',
  change: 'changing rooms, invites, sessions',
  read: 'reading and catching up',
  presence: 'presence',
  typing: 'typing indicators',
  join: 'joining a call',
  leave: 'leaving a call',
  alive: 'answering liveness checks of a call',
  signal: 'call signals: offers, answers and candidates',
};

export const errorTable = (): string[] => [
  '## Error codes',
  '',
  'A closed set.',
  '',
  '| code | meaning |',
  '| --- | --- |',
  ...errorCodes.map((code) => `| \`${code}\` | ${meanings[code]} |`),
  '',
  '### Refusals of every command',
  '',
  'Any command may be refused for these reasons. Each command lists those of its own.',
  '',
  ...refusalTable(reasonsOfAnyCommand.toSorted((a, b) => (a.name < b.name ? -1 : 1))),
];

export const limitTables = (): string[] => [
  '## Limits and rates',
  '',
  '| limit | |',
  '| --- | --- |',
  ...Object.entries(limits).map(([name, value]) => `| \`${name}\` | ${value.toLocaleString('en-US')} |`),
  '',
  'Rates are token buckets: a burst, then a steady rate per minute. They count per signed-in person, otherwise per',
  'network address (IPv6: per /64).',
  '',
  '| rate | for | burst | then per minute |',
  '| --- | --- | --- | --- |',
  ...(Object.keys(rates) as RateName[]).map(
    (name) =>
      `| \`${name}\` | ${rateMeanings[name]} | ${rates[name].burst} | ${Math.round(rates[name].perSecond * 60)} |`,
  ),
  '',
];

export const healing = `## Missing nothing

Delivery is at most once. The log is the source of truth, and \`sync\` repairs every loss.

- Every event names the previous event of its scope (\`prev\`). If that is not the last event you have, you missed some.
- The notice \`scope.head\` repeats the last event of a scope for a minute after a change. If you have an earlier one, you
  missed some. This reveals a lost last event, which leaves no gap.
- The notice \`resync\` means that the gateway itself may have missed events.
- A reconnected socket has always missed something.

In each case send \`sync\` with the last event of each room. The answer has the events after it, or a snapshot if there are
too many or the room is new, and names rooms you are no longer in. Apply events in order and skip those you have: live and
synced events may overlap.

The people of a room of thousands do not fit into one answer. If a snapshot's \`peopleAfter\` is not \`null\`, it holds only
the first members, bans and mutes, and yourself. Send that \`peopleAfter\` next to the room's \`after\` in the next \`sync\`. Its
answer has, after the room's new events, an entry \`people\` with more of them as of the event \`head\`, and the next
\`peopleAfter\`. Add them, replacing entries with the same \`userId\`. If you have applied an event after \`head\` by then,
discard that entry and ask again.

Messages of a room are numbered 1, 2, 3 … (\`seq\`), without gaps and the same for everyone. Event ids increase and may
skip numbers.

A command that changes something and received no answer may have been executed. \`msg.send\` is safe to repeat: the same
\`clientMsgId\` with the same text is stored once and gets the message as it is now, with later edits and reactions; with
another text it gets \`conflict\`.
`;

export const natsSubjects = `## Subjects on NATS

The processes exchange the same messages on NATS. The \`0\` is the shard; there is one.

| subject | carries |
| --- | --- |
| \`cmd.<service>.0.<command>\` | request and Reply, \`{ trace, budgetMs, actor, address, input }\` |
| \`evt.<service>.0.<type>\` | \`{ audience, event }\`: \`"everyone"\` or a list of user ids |
| \`ntc.<process>.<name>\` | \`{ audience, name, data }\` |
| \`feed.<service>.0\` | request and Reply: a section of the service's log |
| \`log.<service>.0\` | request and Reply: the same without content, for diagnostics |
| \`health.<process>\` | request and Reply: the health of a process |
| \`bot.<id>.cmd.<command>\` | request and Reply, from a bot to the gateway: the plain input |
| \`bot.<id>.evt.<type>\` | an event for a bot, from the gateway |
| \`bot.<id>.ntc.<name>\` | a notice for a bot, from the gateway |

nats-server refuses everything that a process's credentials do not allow; \`libs/contracts/src/subjects.ts\` lists them.
`;
