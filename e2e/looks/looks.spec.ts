import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authCommands as auth, messagingCommands as messaging, type RoomId } from '@devchitchat/contracts';
import type { Page } from '@playwright/test';
import { Caller } from '../support/callers';
import { expect, test, type TestProduct } from '../support/fixtures';
import { runImport } from '../support/importer';
import { actOn, escapeDialog, expectInRoom, message, messages, openRoom, roomMenu, write } from '../support/pages';
import { writeSampleExport } from '../support/sample-export';
import { ApiClient } from '../support/api-client';

// Takes screenshots of the product in every size and theme: `npx playwright test --project=looks`. They are written to
// `looks/` in the output folder; those that documents show also go to docs/screenshots/. Not a part of `npm test`.

test.setTimeout(1_200_000);

const huge = { channel: 'the-old-server', messages: Number(process.env['LOOKS_MESSAGES'] ?? 20_000) };

const sizes = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 },
};
const themes = ['dark', 'light'] as const;

/** The screenshots that documents show, with their size and theme. */
const inDocuments: Readonly<Record<string, string>> = {
  'busy room, desktop, dark': 'room',
  'bots, desktop, dark': 'bots',
  'diagnostics, desktop, dark': 'diagnostics',
  'call, desktop, dark': 'call',
};

const snap = async (page: Page, scene: string, look: string): Promise<void> => {
  // Waits for fades and images.
  await page.waitForTimeout(700);
  const name = `${scene}, ${look}`;
  await page.screenshot({ path: join(test.info().project.outputDir, 'looks', `${name.replaceAll(', ', '-')}.png`) });
  if (inDocuments[name]) await page.screenshot({ path: join('docs', 'screenshots', `${inDocuments[name]}.png`) });
};

async function signIn(page: Page, client: ApiClient): Promise<void> {
  const [name = '', value = ''] = client.cookie.split('=');
  await page.context().addCookies([{ name, value, url: client.url }]);
}

const send = (client: ApiClient, roomId: RoomId, text: string, replyTo?: number) =>
  client.must(messaging.msgSend, { roomId, clientMsgId: randomUUID(), text, ...(replyTo && { replyTo }) });

/** Creates a group of friends and their latest messages. */
async function friends(home: TestProduct) {
  const link = await home.invite(5);
  const names = ['Maya', 'Finn', 'Hana', 'Tom', 'Noor'];
  const people: ApiClient[] = [];
  for (const name of names) people.push(await ApiClient.join(link, name.toLowerCase(), name));
  const [maya, finn, hana, tom, noor] = people as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
  const open = async (owner: ApiClient, name: string, topic: string) => {
    const { room } = await owner.must(messaging.roomCreate, { name, topic, kind: 'public' });
    for (const person of people) if (person !== owner) await person.must(messaging.roomJoin, { roomId: room.roomId });
    return room.roomId;
  };
  const games = await open(maya, 'game night', 'Fridays at eight. Bring your own snacks.');
  const kitchen = await open(hana, 'kitchen', 'What is in the pot?');
  const garage = await open(tom, 'garage', '');
  await maya.must(messaging.roomCreate, { name: 'moving plans', topic: '', kind: 'private' });

  await send(finn, games, 'Friday stands? I can host, **eight** as always.');
  const question = await send(hana, games, 'I am in! Which game?');
  await send(tom, games, 'Anything but the one with the sheep again 🐑');
  const vote = await send(maya, games, 'Vote with an emoji: 🚂 for trains, 🏰 for castles');
  for (const [person, emoji] of [
    [finn, '🚂'],
    [hana, '🏰'],
    [tom, '🚂'],
    [noor, '🚂'],
  ] as const)
    await person.must(messaging.msgReact, { roomId: games, msgId: vote.msgId, emoji });
  await send(noor, games, 'Trains, if I may be blue.', question.seq);
  await send(
    finn,
    games,
    'I wrote down last time’s score:\n```ts\nconst points = { maya: 112, tom: 97, hana: 131 };\n```',
  );
  await send(hana, games, '||And we all know how that ended.||');
  await send(tom, games, 'Rules are here: https://rules.example/trains – @maya please read them *this* time');
  const pinned = await send(maya, games, '> read them this time\n\nI did. Twice.');
  await maya.must(messaging.msgPin, { roomId: games, msgId: vote.msgId });
  await finn.must(messaging.msgReact, { roomId: games, msgId: pinned.msgId, emoji: '😂' });
  await send(noor, games, 'See you Friday 👋');

  await send(hana, kitchen, 'Lentils. @maya you asked for the recipe.');
  await send(finn, kitchen, 'Is there some left?');
  await send(tom, garage, 'The bike stands again.');
  const direct = await finn.must(messaging.dmOpen, { userIds: [maya.user.userId] });
  await send(finn, direct.room.roomId, 'Do we get Noor a cake?');
  return { maya, finn, hana, tom, noor, games, all: people };
}

test('screenshots of every scene in every size and theme', async ({ home, newPerson }) => {
  const folder = await mkdtemp(join(tmpdir(), 'devchitchat-looks-'));
  await writeSampleExport(folder, { ...huge, until: Date.now() - 3_600_000 });
  const imported = await runImport(home.product, 'discord', folder);
  await rm(folder, { recursive: true });
  expect(imported.code, imported.output).toBe(0);
  const group = await friends(home);
  const { rooms } = await home.admin.must(messaging.roomList, {});
  const old = rooms.find(({ name }) => name === huge.channel);
  if (old) await group.maya.must(messaging.roomJoin, { roomId: old.roomId });
  await home.admin.must(auth.userSetRole, { userId: group.maya.user.userId, role: 'admin' });
  for (const name of ['Parrot', 'Dice', 'Weather', 'Quiz']) {
    const { bot } = await group.maya.must(auth.botCreate, { handle: name.toLowerCase(), displayName: name });
    if (name === 'Parrot') await group.maya.must(auth.botRevoke, { userId: bot.user.userId });
  }
  const invite = await home.invite(20);

  for (const [size, options] of Object.entries(sizes)) {
    for (const theme of themes) {
      const look = `${size}, ${theme}`;
      const isPhone = size === 'phone';
      const { url } = home.product;
      const open = async () => {
        const page = await newPerson({ ...options, reducedMotion: 'reduce' });
        await page.addInitScript(`localStorage.setItem('devchitchat theme', '${theme}')`);
        return page;
      };
      const newcomer = await open();
      await newcomer.goto(invite);
      await expect(newcomer.getByRole('button', { name: 'Join', exact: true })).toBeVisible();
      await snap(newcomer, 'invite', look);
      await newcomer.goto(`${url}/#/sign-in`);
      await expect(newcomer.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
      await snap(newcomer, 'sign in', look);
      await newcomer.context().close();

      const page = await open();
      await signIn(page, group.maya);
      await page.goto(url);
      await expectInRoom(page, 'lobby');
      await snap(page, 'lobby', look);
      const toRooms = async () => {
        if (isPhone) await page.getByRole('link', { name: 'Back to rooms' }).click();
      };
      await toRooms();
      if (isPhone) await snap(page, 'rooms', look);
      await openRoom(page, 'moving plans');
      await snap(page, 'empty room', look);
      await toRooms();
      await openRoom(page, 'game night');
      await expect(message(page, 'See you Friday')).toBeVisible();
      await snap(page, 'busy room', look);
      await actOn(page, 'See you Friday', 'React');
      await snap(page, 'emoji picker', look);
      await escapeDialog(page);
      await page.getByRole('button', { name: 'Members' }).click();
      await snap(page, 'members', look);
      await page.getByRole('button', { name: 'Close members' }).click();
      await page.getByRole('button', { name: 'Room menu' }).click();
      await snap(page, 'room menu', look);
      await escapeDialog(page);
      await roomMenu(page, 'Edit room');
      await snap(page, 'edit room', look);
      await escapeDialog(page);
      await page.getByRole('searchbox', { name: 'Search' }).fill('trains');
      await page.getByRole('searchbox', { name: 'Search' }).press('Enter');
      await expect(page.getByRole('region', { name: 'Search results' }).getByRole('link')).not.toHaveCount(0);
      await snap(page, 'search', look);
      await page.getByRole('button', { name: 'Close search' }).click();
      await page.keyboard.press('Control+k');
      await snap(page, 'palette', look);
      await escapeDialog(page);
      await toRooms();
      await openRoom(page, huge.channel);
      await expect(messages(page).last()).toBeVisible();
      await snap(page, 'huge room', look);
      await toRooms();
      await page.getByRole('navigation', { name: 'Direct messages' }).getByRole('link', { name: 'Finn' }).click();
      await expectInRoom(page, 'Finn');
      await snap(page, 'direct messages', look);
      await page.goto(`${url}/#/settings`);
      await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
      await snap(page, 'settings', look);
      await page.goto(`${url}/#/people`);
      await expect(page.getByRole('list', { name: 'Accounts' })).toBeVisible();
      await snap(page, 'people', look);
      await page.goto(`${url}/#/bots`);
      await expect(page.getByRole('button', { name: 'New bot' })).toBeVisible();
      await snap(page, 'bots', look);
      await page.goto(`${url}/#/diagnostics`);
      await expect(page.getByText('Everything is working')).toBeVisible();
      await snap(page, 'diagnostics', look);
      await page.context().close();
    }
  }
});

/** Runs in the page. Draws a face for a camera and text for a screen instead of encoded numbers. */
const presentable = `(() => {
  const hue = Math.random() * 360;
  const paint = (context, width, height) => {
    if (width > 400) {
      context.fillStyle = '#1d2433';
      context.fillRect(0, 0, width, height);
      for (let line = 0; line < 13; line++) {
        let left = 34 + 24 * ((line * 5) % 3);
        for (let word = 0; word < 2 + ((line * 7) % 4); word++) {
          const length = 26 + ((line * 31 + word * 47) % 78);
          context.fillStyle = ['#7aa2f7', '#9ece6a', '#c0caf5', '#e0af68', '#bb9af7'][(line + word * 2) % 5];
          context.fillRect(left, 24 + line * 25, length, 9);
          left += length + 12;
        }
      }
      return;
    }
    const wall = context.createLinearGradient(0, 0, width, height);
    wall.addColorStop(0, 'hsl(' + hue + ' 35% 62%)');
    wall.addColorStop(1, 'hsl(' + (hue + 50) + ' 40% 30%)');
    context.fillStyle = wall;
    context.fillRect(0, 0, width, height);
    const blob = (color, x, y, across, down) => {
      context.fillStyle = color;
      context.beginPath();
      context.ellipse(width * x, height * y, height * across, height * down, 0, 0, 7);
      context.fill();
    };
    blob('hsl(' + (hue + 180) + ' 35% 34%)', 0.5, 1.1, 0.46, 0.44);
    blob('hsl(25 30% 18%)', 0.5, 0.42, 0.23, 0.27);
    blob('hsl(25 45% 66%)', 0.5, 0.48, 0.19, 0.23);
  };
  const capture = HTMLCanvasElement.prototype.captureStream;
  HTMLCanvasElement.prototype.captureStream = function (rate) {
    const { width, height } = this;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    setInterval(() => paint(canvas.getContext('2d'), width, height), 100);
    return capture.call(canvas, rate);
  };
})()`;

/** Names of public rooms are unique. */
const clubs = ['workshop', 'film club', 'book club', 'bike club'];

for (const theme of themes) {
  for (const [size, options] of Object.entries(sizes)) {
    test(`screenshots of a call, ${size}, ${theme}`, async ({ home, newPerson }) => {
      const names = ['Maya', 'Finn', 'Hana', 'Tom'];
      let opened = 0;
      const open = async () => {
        const page = await newPerson({ ...(opened++ === 0 ? options : {}), reducedMotion: 'reduce' });
        await page.addInitScript(`localStorage.setItem('devchitchat theme', '${theme}')`);
        await page.addInitScript(presentable);
        return page;
      };
      const callers = await Caller.arrive(clubs.shift() ?? 'another club', names, open, home.invite);
      const [maya, finn, hana, tom] = callers as [Caller, Caller, Caller, Caller];
      for (const caller of callers) await caller.join();
      await maya.expectToHear([finn, hana, tom], callers);
      await finn.button('Camera').click();
      await hana.button('Camera').click();
      await tom.button('Share screen').click();
      await expect(maya.tile(finn, 'camera')).toBeVisible();
      await expect(maya.tile(hana, 'camera')).toBeVisible();
      await expect(maya.tile(tom, 'screen')).toBeVisible();
      await finn.button('Mute').click();
      await hana.button('Deafen').click();
      await write(hana.page, 'Can you make the text larger?');
      await write(tom.page, 'Better? It is the *third* line that puzzles me.');
      await write(finn.page, 'I see it. `points` is never set back.');
      await expect(message(maya.page, 'I see it.')).toBeVisible();
      await maya.page.waitForTimeout(3_000);
      await snap(maya.page, 'call', `${size}, ${theme}`);
      for (const caller of callers) await caller.leave();
    });
  }
}
