import {
  accepted,
  commonReasons as reasons,
  limits,
  messagingCommands,
  rates,
  refused,
  scopeHead,
  serviceHeartbeat,
  subjects,
  type Reply,
  type UserId,
} from '@devchitchat/contracts';
import { until } from '@devchitchat/service-kit/testing';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { anEvent } from '../testing/events';
import { GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

const dice = 'u_000000000000d1ce' as UserId;
const other = 'u_00000000000000th' as UserId;
const roomId = 'r_0000000000000000';
const message = { roomId, clientMsgId: 'client-1', text: 'Four.' };
const stored = { msgId: 1, seq: 1, eventId: 1, ts: 1 };

let harness: GatewayHarness;
let bot: NatsConnection;
beforeEach(async () => {
  harness = await GatewayHarness.open();
  harness.answer(messagingCommands.msgSend, () => accepted(stored));
  harness.answer(messagingCommands.roomList, () => accepted({ rooms: [] }));
  bot = await connect({ servers: harness.nats.getServer(), inboxPrefix: subjects.botInbox(dice), reconnect: false });
  harness.createBot(dice);
  await until(async () => !isRefusedWith(await ask('room.list'), /unauthenticated|unavailable/));
});
afterEach(async () => {
  await bot.close();
  await harness[Symbol.asyncDispose]();
});

async function ask(name: string, input: unknown = {}): Promise<Reply<unknown>> {
  const payload = typeof input === 'string' ? input : JSON.stringify(input);
  const answer = await bot.request(subjects.botCommand(dice, name), payload, { timeout: 2_000 });
  return answer.json();
}

const isRefusedWith = (reply: Reply<unknown>, code: RegExp) => !reply.ok && code.test(reply.error.code);
const asksOf = (name: string) => harness.asked.filter(({ command }) => command.endsWith(name));

describe('a command of a bot', () => {
  it('is relayed like that of a browser, with the bot of the subject as its actor', async () => {
    expect(await ask('msg.send', message)).toEqual(accepted(stored));
    expect(asksOf('msg.send').at(-1)?.envelope).toMatchObject({
      actor: { userId: dice, sessionId: null, role: 'member' },
      input: message,
    });
  });

  it('may have an empty payload if it needs no input', async () => {
    expect(await ask('room.list', '')).toEqual(accepted({ rooms: [] }));
  });

  it.each([
    ['no JSON', 'msg.send', '{"roomId"', 'invalid'],
    ['a list', 'msg.send', [message], 'invalid'],
    ['an unknown field', 'msg.send', { ...message, actor: { userId: other } }, 'invalid'],
    ['an unknown command', 'msg.unsend', {}, 'invalid'],
    ['a command for people', 'room.create', { name: 'mine', kind: 'public' }, 'invalid'],
    ['a command for admins', 'bot.create', { handle: 'son', displayName: 'Son' }, 'invalid'],
    ['a command for services', 'auth.session_resolve', { token: 'x' }, 'invalid'],
    ['a name that every object has', '__proto__', {}, 'invalid'],
    ['too long a text', 'msg.send', { ...message, text: 'x'.repeat(limits.messageBytes + 1) }, 'too_large'],
  ])('is refused where it is %s, and asked of no service', async (_what, name, input, code) => {
    const asked = harness.asked.length;
    expect(await ask(name, input)).toMatchObject({ ok: false, error: { code } });
    expect(harness.asked).toHaveLength(asked);
  });

  it('is refused if the bot does not exist', async () => {
    const stranger = await connect({ servers: harness.nats.getServer(), inboxPrefix: subjects.botInbox(other) });
    const refusal = async () =>
      (await stranger.request(subjects.botCommand(other, 'room.list'), '{}')).json<Reply<unknown>>();
    // Until auth has told the gateway of its bots, it says that it cannot know yet.
    await until(async () => !isRefusedWith(await refusal(), /unavailable/));
    expect(await refusal()).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
    await stranger.close();
  });

  it('has the same rate limits as those of people', async () => {
    const replies = await Promise.all(Array.from({ length: rates.message.burst + 1 }, () => ask('msg.send', message)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(rates.message.burst);
    expect(replies.at(-1)).toMatchObject({ ok: false, error: { code: 'rate_limited' } });
  });

  it('gets no answer after too many refusals', async () => {
    const flood = Array.from({ length: 300 }, () => ask('nonsense').catch(() => 'silence'));
    expect(await Promise.all(flood)).toContain('silence');
  });

  it("is not executed without a reply subject of the bot's own", async () => {
    const asked = asksOf('msg.send').length;
    const astray: string[] = [];
    for (const elsewhere of ['evt.messaging.0.message.sent', 'cmd.auth.0.bot.create', '_INBOX_gateway.1']) {
      harness.nats.subscribe(elsewhere, { callback: (_error, { subject }) => void astray.push(subject) });
      await harness.nats.flush();
      bot.publish(subjects.botCommand(dice, 'msg.send'), JSON.stringify(message), { reply: elsewhere });
    }
    bot.publish(subjects.botCommand(dice, 'msg.send'), JSON.stringify(message));
    await until(() => harness.counters.unanswerable.of('bot') === 4);
    await harness.nats.flush();
    expect(asksOf('msg.send')).toHaveLength(asked);
    expect(astray).toEqual([]);
  });
});

describe('delivery to a bot', () => {
  const hear = (): { subject: string; data: unknown }[] => {
    const heard: { subject: string; data: unknown }[] = [];
    bot.subscribe('bot.>', {
      callback: (_error, told) => {
        if (!told.subject.includes('.cmd.')) heard.push({ subject: told.subject, data: told.json() });
      },
    });
    return heard;
  };

  it('includes the events and notices whose audience contains it', async () => {
    const heard = hear();
    await bot.flush();
    harness.sayEvent(anEvent, [person('a').actor.userId, dice]);
    harness.sayEvent(anEvent, [person('a').actor.userId]);
    harness.sayEvent({ ...anEvent, type: 'room_invite.created' }, [dice]);
    const head = { service: 'messaging', scope: anEvent.scope, head: 7 } as const;
    harness.sayNotice('messaging', scopeHead, head, [dice]);
    await until(() => heard.length > 1);
    expect(heard).toEqual([
      { subject: subjects.botEvent(dice, 'message.sent'), data: anEvent },
      { subject: subjects.botNotice(dice, 'scope.head'), data: head },
    ]);
  });

  it('includes a resync notice after a service restarted', async () => {
    const heard = hear();
    await bot.flush();
    const beat = {
      process: 'messaging',
      runId: 'first',
      version: '0',
      runsIn: 'box:1',
      memoryBytes: 1,
      eventLoopDelayP99Ms: 1,
      databaseBytes: null,
      disk: null,
      writer: null,
    } as const;
    harness.sayNotice('messaging', serviceHeartbeat, { ...beat, uptimeMs: 60_000 }, []);
    harness.sayNotice('messaging', serviceHeartbeat, { ...beat, uptimeMs: 3 }, []);
    await until(() => heard.length > 0);
    expect(heard).toEqual([{ subject: subjects.botNotice(dice, 'resync'), data: {} }]);
  });

  it('ends when the bot is revoked, as do its commands', async () => {
    const heard = hear();
    await bot.flush();
    harness.revokeBot(dice);
    await until(async () => isRefusedWith(await ask('msg.send', message), /unauthenticated/));
    const before = heard.length;
    harness.sayEvent(anEvent, [dice]);
    harness.sayEvent(anEvent, 'everyone');
    await harness.nats.flush();
    expect(await ask('msg.send', message)).toEqual(refused(reasons.botRevoked));
    await bot.flush();
    expect(heard).toHaveLength(before);
  });
});
