import { errorCodes, limits, rates, type ErrorCode, type RateName } from '@devchitchat/contracts';

export const introduction = `# The protocol

This is everything a client of devchitchat says and hears. It is generated from \`libs/contracts\` by
\`node --import tsx tools/protocol.ts\`, and \`npm test\` fails when it is stale. To change it, change the contracts.

Three kinds of word cross a border between processes:

- a **command** asks for something, in the imperative, and is answered exactly once;
- an **event** tells what happened, in the past tense, is in a log for good and is never edited;
- a **notice** is worth knowing now and worth nothing later, and is stored nowhere.

## Connecting

A browser signs in over HTTP: \`POST /api/<command>\` with a JSON body. The answer to a command that starts a session sets an
HttpOnly cookie; the token itself is taken out of the body, so no script in a page ever holds it. Everything else is said
over one socket.io connection at \`/socket.io\`, WebSocket only, which the cookie authenticates. The \`Origin\` must be the
server's own, for both.

\`\`\`js
socket.emit('msg.send', { roomId, clientMsgId, text }, (reply) => …); // a command
socket.on('event', (event) => …); // every event, whatever its type
socket.on('scope.head', (data) => …); // a notice, by its name
\`\`\`

A bot says the same words on NATS, with credentials of its own; docs/bots.md tells how.

The first thing a connected socket hears is the notice \`hello\`: who it is, and the limits to keep.
Binary frames, frames over ${limits.frameBytes / 1024} KiB and more than ${limits.socketsPerPerson} sockets of one person are cut.

Over HTTP the status says what the Reply says: 200 ok, 400 \`invalid\`, 401 \`unauthenticated\`, 403 \`forbidden\`,
404 \`not_found\`, 409 \`conflict\`, 413 \`too_large\`, 429 \`rate_limited\` (with \`Retry-After\`), 503 \`unavailable\`,
500 \`internal\`.

## Replies

\`\`\`json
{ "ok": true, "value": { "msgId": 4711, "seq": 42, "eventId": 97, "ts": 1790000000000 } }
\`\`\`

\`\`\`json
{ "ok": false, "error": { "code": "rate_limited", "message": "…", "retryable": true, "retryAfterMs": 200 } }
\`\`\`

\`message\` is a sentence for a person and never repeats what was sent. \`retryable\` says that the same command, unchanged,
may succeed later. Inputs are strict: a field that is not known is refused.

The table of each command says what a valid one gets from whom. Where it names a room, that is a private one; public rooms
anybody signed in may see and join.

## Lists and pages

Every list that grows with what people do comes in pages, all of them in one way. The input has \`after\` and \`limit\`, both
optional; the value has the items and \`next\`:

\`\`\`js
for (let after; after !== null; ) {
  const { value } = await ask('user.list', after === undefined ? {} : { after });
  take(value.users);
  after = value.next; // null with the last page
}
\`\`\`

\`next\` is a place in the list's own order and is passed back as it came. A page may hold fewer items than \`limit\`, because
an answer is kept to some 256 KiB: only \`next\` says whether there are more. What was added or removed meanwhile moves no
other item to another page. \`msg.list\` and \`search.query\` have ends of their own, which their fields name, and \`sync\` goes
on as long as it answers \`more\`.

An answer that is larger all the same than NATS carries in one message, 1 MiB, is refused with \`too_large\`.
`;

const meanings: Readonly<Record<ErrorCode, string>> = {
  invalid: 'The input has not the expected shape, or there is no such command.',
  unauthenticated: 'Nobody is signed in here, or not any more.',
  forbidden: 'You are known, and may not.',
  not_found: 'It is not there, or you may not know that it is.',
  conflict: 'It contradicts what is there: a name taken, an id used for something else.',
  too_large: 'Longer than a limit allows, or the answer would be: ask for less at a time.',
  rate_limited: 'Too often. `retryAfterMs` says when again.',
  unavailable: 'Not done, or too late to say. Send the same again.',
  internal: 'A defect of ours. The log has it, under the trace id.',
};

const rateMeanings: Readonly<Record<RateName, string>> = {
  auth: 'trying a password or a code',
  linkPreview: 'looking at what a link opens',
  linkRedeem: 'opening a link',
  message: 'talking',
  change: 'changing rooms, invites, sessions',
  read: 'reading and catching up',
  presence: 'how one is here',
  typing: 'that one is writing',
  join: 'entering a call',
  leave: 'leaving a call',
  alive: 'saying that one is still in a call',
  signal: 'offers, answers and candidates of a call',
};

export const errorTable = (): string[] => [
  '## Error codes',
  '',
  'A closed set. Any command may be refused with any of `invalid`, `unauthenticated`, `too_large`, `rate_limited`,',
  '`unavailable` and `internal`; what the others mean stands with each command.',
  '',
  '| code | meaning |',
  '| --- | --- |',
  ...errorCodes.map((code) => `| \`${code}\` | ${meanings[code]} |`),
  '',
];

export const limitTables = (): string[] => [
  '## Limits and rates',
  '',
  '| limit | |',
  '| --- | --- |',
  ...Object.entries(limits).map(([name, value]) => `| \`${name}\` | ${value.toLocaleString('en-US')} |`),
  '',
  'Rates are token buckets: so many at once, then so many a minute. They count per person where somebody is signed in,',
  'else per network address (of IPv6 per /64).',
  '',
  '| rate | for | at once | then a minute |',
  '| --- | --- | --- | --- |',
  ...(Object.keys(rates) as RateName[]).map(
    (name) =>
      `| \`${name}\` | ${rateMeanings[name]} | ${rates[name].burst} | ${Math.round(rates[name].perSecond * 60)} |`,
  ),
  '',
];

export const healing = `## Missing nothing

Delivery is at most once; the log is the truth, and \`sync\` is the one way to heal.

- Every event names the one before it in its scope (\`prev\`). It is not the one you hold? You missed some.
- The notice \`scope.head\` names the last event of a scope, again and again for a minute after it changed. You hold less?
  This is how the last event of a burst is found missing, after which no gap would show.
- The notice \`resync\` says that the gateway itself may have missed something.
- A socket that was away always has.

In each case say \`sync\` with the last event held of each room. The answer has the events that came after, or a snapshot
when they are too many or the room is new, and names rooms one is not in any more. Apply events in order and skip those
held already: live events and synced ones may overlap.

The people of a room of thousands do not fit into one answer. A snapshot whose \`peopleAfter\` is not \`null\` holds the first of
its members, bans and mutes, and oneself; say that \`peopleAfter\` beside \`after\` of the room in the next \`sync\`. Its answer
holds, after the room's new events, an entry \`people\` with more of them as they are after the event \`head\`, and the next
\`peopleAfter\`. Add them, replacing whom you hold by the same \`userId\`; if you have applied an event after \`head\` meanwhile,
leave that entry and ask again.

Messages of one room are numbered 1, 2, 3 … (\`seq\`), without a gap and the same for everyone. An event's id grows and may
skip.

A command that changes something and got no answer may have been done. \`msg.send\` is safe to repeat: the same
\`clientMsgId\` with the same text gets the same answer and is stored once; with another text it gets \`conflict\`.
`;

export const natsSubjects = `## Subjects on NATS

Between the processes the same words travel on NATS. The \`0\` is the shard; there is one.

| subject | carries |
| --- | --- |
| \`cmd.<service>.0.<command>\` | request and Reply, \`{ trace, budgetMs, actor, address, input }\` |
| \`evt.<service>.0.<type>\` | \`{ audience, event }\`: \`"everyone"\` or a list of user ids |
| \`ntc.<process>.<name>\` | \`{ audience, name, data }\` |
| \`feed.<service>.0\` | request and Reply: a stretch of the service's log |
| \`log.<service>.0\` | request and Reply: the same without what people said, for diagnostics |
| \`health.<process>\` | request and Reply: is it well? |
| \`bot.<id>.cmd.<command>\` | request and Reply, from a bot to the gateway: the plain input |
| \`bot.<id>.evt.<type>\` | an event for a bot, from the gateway |
| \`bot.<id>.ntc.<name>\` | a notice for a bot, from the gateway |

nats-server refuses whatever a process's credentials do not allow; \`libs/contracts/src/subjects.ts\` lists it.
`;
