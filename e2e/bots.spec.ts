import { allCommands, authCommands, botSurface, messagingCommands, subjects } from '@devchitchat/contracts';
import { connect, credsAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import type { Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtempDisposable, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BotClient } from './support/bot-client';
import { eventually, promptly } from './support/eventually';
import { createBot, ExampleBot, natsUrl } from './support/example-bot';
import { expect, test } from './support/fixtures';
import { asAdmin, createRoom, escapeDialog, joinByInvite, message, messages, roomMenu, write } from './support/pages';
import { ApiClient } from './support/api-client';

const fresh = () => crypto.randomUUID();

const menuOfBots = (page: Page) => page.getByRole('link', { name: 'Bots' });

test('an admin creates a bot in the web app, and it rolls dice until it is revoked', async ({ home, newPerson }) => {
  const admin = await asAdmin(await newPerson(), home);
  await menuOfBots(admin).click();
  await admin.getByRole('button', { name: 'New bot' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Handle' }).fill('dice');
  await dialog.getByRole('textbox', { name: 'Display name' }).fill('Dice');
  await dialog.getByRole('button', { name: 'Create' }).click();
  const download = admin.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download credentials' }).click();
  expect((await download).suggestedFilename()).toBe('dice.creds');
  const credentials = await readFile(await (await download).path(), 'utf8');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(admin.getByRole('listitem').filter({ hasText: '@dice · created by Admin' })).toBeVisible();

  await using dice = await ExampleBot.start(home, [process.execPath, 'examples/bots/dice/dice.mjs'], credentials);
  const ada = await newPerson();
  await joinByInvite(ada, await home.invite(), 'dice-ada', 'Ada D.');
  await createRoom(ada, 'game night', 'private');
  await roomMenu(ada, 'Add person');
  await ada.getByRole('button', { name: 'Add Dice' }).click();
  await escapeDialog(ada);
  await ada.getByRole('button', { name: 'Members' }).click();
  const online = ada.getByRole('list', { name: 'Online' }).getByRole('listitem');
  const seen = online.filter({ has: ada.getByText('Dice', { exact: true }) });
  await expect(seen.getByRole('img', { name: 'Active' })).toBeVisible();
  await write(ada, '!2d6');
  const answer = message(ada, '🎲');
  await expect(answer).toHaveText(/🎲 [1-6] \+ [1-6]/);
  await expect(answer.getByText('bot', { exact: true })).toBeVisible();

  await admin.getByRole('button', { name: 'Revoke Dice' }).click();
  const sure = admin.getByRole('dialog', { name: 'Revoke Dice?' });
  await sure.getByRole('button', { name: 'Revoke Dice' }).click();
  await expect(admin.getByRole('listitem').filter({ hasText: '@dice · revoked' })).toBeVisible();
  await write(ada, '!1d20');
  await write(ada, 'Nothing?');
  await expect(message(ada, 'Nothing?')).toBeVisible();
  await ada.waitForTimeout(1_000);
  await expect(messages(ada)).toHaveCount(4);
  expect(dice.said()).toEqual(['Listening.']);
});

test('the operator creates a bot by one command', async ({ home }) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'devchitchat-bot-'));
  const make = (...words: string[]) =>
    promisify(execFile)(process.execPath, ['tools/bot.mjs', ...words], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        INIT_CWD: folder.path,
        DATA_DIR: home.product.dataDir,
        NATS_URL: natsUrl(home),
      },
    });
  expect((await make('oracle', 'The Oracle')).stdout).toContain('Created The Oracle (@oracle).');
  const credentials = await readFile(join(folder.path, 'oracle.creds'), 'utf8');
  const { bots } = await home.admin.must(authCommands.botList, {});
  expect(bots.find(({ user }) => user.handle === 'oracle')).toMatchObject({ createdBy: null, revokedAt: null });
  const nats = await connect({ servers: natsUrl(home), authenticator: credsAuthenticator(Buffer.from(credentials)) });
  await nats.close();

  await expect(make('oracle')).rejects.toThrow('credentials are never overwritten');
  await rm(join(folder.path, 'oracle.creds'));
  await expect(make('oracle')).rejects.toThrow('This handle is taken.');
  await expect(make('no spaces')).rejects.toThrow('only letters from a to z, digits, - and _');
});

test('a Python bot without a NATS library tells the time', async ({ home, newPerson }) => {
  const { bot, credentials } = await createBot(home, 'clock');
  await using clock = await ExampleBot.start(home, ['python3', 'examples/bots/clock/clock.py'], credentials);
  const ada = await newPerson();
  await joinByInvite(ada, await home.invite(), 'clock-ada', 'Ada C.');
  await createRoom(ada, 'clock tower');
  await roomMenu(ada, 'Add person');
  await ada.getByRole('button', { name: `Add ${bot.user.displayName}` }).click();
  await escapeDialog(ada);
  await ada.getByRole('button', { name: 'Members' }).click();
  const online = ada.getByRole('list', { name: 'Online' }).getByRole('listitem');
  await expect(online.filter({ hasText: bot.user.displayName }).getByRole('img', { name: 'Active' })).toBeVisible();
  await write(ada, '!time');
  await expect(message(ada, 'It is ')).toHaveText(/It is \d\d:\d\d:\d\d here\./);
  expect(clock.said()).toEqual(['Listening.']);
});

/** Returns the error of nats-server for a subscription or message, or `undefined` if it allows it. */
async function objection(nats: NatsConnection, act: () => void): Promise<string | undefined> {
  const statuses = nats.status();
  const refusal = (async () => {
    for await (const status of statuses) if (status.type === 'error') return status.error.message;
    return undefined;
  })();
  act();
  await nats.flush();
  return Promise.race([refusal, new Promise<undefined>((resolve) => setTimeout(resolve, 200, undefined))]);
}

const refusedWith = (code: string) => ({ ok: false, error: { code } });

test('a bot receives only events of its rooms and catches up on missed ones', async ({ home }) => {
  const owner = await ApiClient.join(await home.invite(), `o-${fresh().slice(0, 8)}`);
  await using bot = await BotClient.enter(home, await createBot(home, 'listener'));
  const heard: { body: { roomId: string }; eventId: number }[] = [];
  bot.nats.subscribe(subjects.botEvent(bot.id, 'message.sent'), {
    callback: (_error, told) => void heard.push(told.json()),
  });
  await bot.nats.flush();
  const privateRoom = async () =>
    (await owner.must(messagingCommands.roomCreate, { name: fresh(), kind: 'private' })).room.roomId;
  const [inside, outside] = [await privateRoom(), await privateRoom()];
  await eventually('a bot that messaging knows', async () => {
    const added = await owner.ask(messagingCommands.roomMemberAdd, { roomId: inside, userId: bot.id });
    return added.ok || undefined;
  });
  for (const roomId of [outside, inside]) {
    await owner.must(messagingCommands.msgSend, {
      roomId,
      clientMsgId: fresh(),
      text: 'Hello',
    });
  }
  await eventually('a message that the bot heard', () => heard.length > 0 || undefined);
  expect(heard.map(({ body }) => body.roomId)).toEqual([inside]);

  expect(await bot.ask('sync', { rooms: [{ roomId: inside, after: heard[0]!.eventId - 1 }] })).toMatchObject({
    ok: true,
    value: { rooms: [{ kind: 'events', events: [{ type: 'message.sent' }] }] },
  });
  expect(await bot.ask('msg.list', { roomId: outside })).toMatchObject(refusedWith('not_found'));
  expect(await bot.ask('msg.send', { roomId: outside, clientMsgId: fresh(), text: 'May I?' })).toMatchObject(
    refusedWith('not_found'),
  );
  owner.close();
});

test('forbidden commands and subscriptions of a bot are refused', async ({ home }) => {
  const made = await createBot(home, 'rogue');
  const victim = await createBot(home, 'victim');
  await using bot = await BotClient.enter(home, made);
  await using other = await BotClient.enter(home, victim);
  const { nats, id } = bot;
  const violation: unknown = expect.stringMatching(/permissions violation/i);

  const unheard = ['>', '$SYS.>', '_INBOX.>', 'cmd.>', subjects.allEvents, 'bot.*.evt.>', '_INBOX_gateway.>'];
  for (const subject of [...unheard, subjects.botEvent(other.id, '>'), `${subjects.botInbox(other.id)}.>`]) {
    expect([subject, await objection(nats, () => void nats.subscribe(subject))]).toEqual([subject, violation]);
  }
  const unsaid = ['cmd.messaging.0.msg.send', 'evt.messaging.0.message.sent', '$JS.API.INFO', '$SYS.REQ.SERVER.PING'];
  for (const subject of [...unsaid, subjects.botCommand(other.id, 'msg.send'), subjects.botEvent(id, 'message.sent')]) {
    expect([subject, await objection(nats, () => nats.publish(subject, '{}'))]).toEqual([subject, violation]);
  }

  await expect(connect({ servers: natsUrl(home), reconnect: false })).rejects.toThrow(/authorization/i);
  expect(await bot.ask('msg.send', '{"roomId":')).toMatchObject(refusedWith('invalid'));
  expect(await bot.ask('msg.send', { actor: { userId: other.id } })).toMatchObject(refusedWith('invalid'));

  const surface: readonly string[] = botSurface.commands.map(({ name }) => name);
  for (const { name } of allCommands.filter((command) => !surface.includes(command.name))) {
    expect([name, await bot.ask(name, {})]).toMatchObject([name, refusedWith('invalid')]);
  }

  const answers: string[] = [];
  other.nats.subscribe(`${subjects.botInbox(other.id)}.>`, {
    callback: (_error, { subject }) => void answers.push(subject),
  });
  await other.nats.flush();
  nats.publish(subjects.botCommand(id, 'user.list'), '{}', { reply: `${subjects.botInbox(other.id)}.1` });
  expect(await bot.ask('user.list', {})).toMatchObject({ ok: true });
  await other.nats.flush();
  expect(answers).toEqual([]);
});

test('a revoked bot can neither send nor receive within a second', async ({ home }) => {
  await using bot = await BotClient.enter(home, await createBot(home, 'leaver'));
  const heard: string[] = [];
  bot.nats.subscribe(subjects.botEvent(bot.id, '>'), { callback: (_error, { subject }) => void heard.push(subject) });
  await using other = await BotClient.enter(home, await createBot(home, 'stayer'));
  const witnessed: string[] = [];
  other.nats.subscribe(subjects.botEvent(other.id, 'user.registered'), {
    callback: (_error, { subject }) => void witnessed.push(subject),
  });
  await other.nats.flush();
  expect(await bot.ask('user.list', {})).toMatchObject({ ok: true });

  await home.admin.must(authCommands.botRevoke, { userId: bot.id });
  const ask = async () => {
    const reply = await bot.ask('user.list', {});
    return reply.ok ? undefined : reply;
  };
  const refusal = await promptly('the refusal of a revoked bot', ask, 1_000, () => home.admin.lobby());
  expect(refusal).toMatchObject(refusedWith('unauthenticated'));
  const before = heard.length;
  const newcomers = witnessed.length;
  await ApiClient.join(await home.invite(), `n-${fresh().slice(0, 8)}`).then((client) => client.close());
  await eventually('what others hear of a newcomer', () => witnessed.length > newcomers || undefined);
  await bot.nats.flush();
  expect(heard).toHaveLength(before);
});

test('nats-server refuses a revoked bot after a restart and accepts the others', async ({ split }) => {
  const { product, admin } = split;
  const revoked = await createBot(split, 'gone');
  const kept = await createBot(split, 'kept');
  await admin.must(authCommands.botRevoke, { userId: revoked.bot.user.userId });
  await product.makeKeys();
  await product.restart('nats');
  await product.healthy();
  await eventually('a bot that comes back', async () => {
    const bot = await BotClient.enter(split, kept).catch(() => undefined);
    const reply = await bot?.ask('user.list', {}).catch(() => undefined);
    await bot?.nats.close();
    return reply?.ok || undefined;
  });
  await expect(BotClient.enter(split, revoked)).rejects.toThrow(/authorization/i);
});
