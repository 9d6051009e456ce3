import type { Page } from '@playwright/test';
import { messagingCommands, type RoomId } from '@devchitchat/contracts';
import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { actOn, message, openRoom, roomLink, roomMenu, twoIn, write } from './support/pages';
import { ApiClient } from './support/api-client';

const waits = (page: Page, room: string) => roomLink(page, room);

test('unread messages and mentions are counted separately and cleared on every device at once', async ({
  home,
  newPerson,
}) => {
  const [ada, grace] = await twoIn('counting', home, newPerson);
  await openRoom(grace, 'lobby');
  await write(ada, 'one');
  await write(ada, '@counting-grace, two');
  await expect(waits(grace, 'counting')).toHaveAccessibleDescription('2 unread, 1 mentions you');
  // Of a room, the title counts only mentions, unless its person chose otherwise.
  await expect(grace).toHaveTitle(/^\(1\) /);

  const cookies = await grace.context().cookies();
  const phone = await newPerson();
  await phone.context().addCookies(cookies);
  await phone.goto(home.product.url);
  await expect(waits(phone, 'counting')).toHaveAccessibleDescription('2 unread, 1 mentions you');

  await openRoom(grace, 'counting');
  await expect(waits(grace, 'counting')).not.toHaveAccessibleDescription(/unread/);
  await expect(waits(phone, 'counting')).not.toHaveAccessibleDescription(/unread/);
  await expect(grace).toHaveTitle(/^counting /);
  await expect(phone).toHaveTitle(/^lobby /);

  await grace.reload();
  await expect(message(grace, 'one')).toBeVisible();
  await expect(waits(grace, 'counting')).not.toHaveAccessibleDescription(/unread/);
});

test('the new-messages line stays in place, and a message can be marked as unread', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('dividing', home, newPerson);
  await write(ada, 'seen before');
  await expect(message(grace, 'seen before')).toBeVisible();
  await openRoom(grace, 'lobby');
  for (const text of ['new one', 'new two']) await write(ada, text);
  await expect(waits(grace, 'dividing')).toHaveAccessibleDescription('2 unread');
  await openRoom(grace, 'dividing');
  const line = grace.getByRole('separator', { name: 'New' });
  await expect(line).toBeVisible();
  await write(ada, 'new three');
  await expect(message(grace, 'new three')).toBeVisible();
  await expect(line).toBeVisible();

  await grace.getByRole('textbox', { name: 'Message', exact: true }).press('Escape');
  await expect(line).toHaveCount(0);

  await actOn(grace, 'new two', 'Mark as unread');
  await expect(line).toBeVisible();
  await expect(waits(grace, 'dividing')).toHaveAccessibleDescription('2 unread');
  await write(ada, 'new four');
  await expect(waits(grace, 'dividing')).toHaveAccessibleDescription('3 unread');
  await grace.reload();
  // Opening the room marks it as read again.
  await expect(waits(grace, 'dividing')).not.toHaveAccessibleDescription(/unread/);

  await actOn(grace, 'new two', 'Mark as unread');
  await expect(waits(grace, 'dividing')).toHaveAccessibleDescription('3 unread');
  await roomMenu(grace, 'Mark as read');
  await expect(waits(grace, 'dividing')).not.toHaveAccessibleDescription(/unread/);
});

test('read positions from offline reading are sent on reconnect', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('reading offline', home, newPerson);
  await openRoom(grace, 'lobby');
  await write(ada, 'read this on the train');
  await expect(waits(grace, 'reading offline')).toHaveAccessibleDescription('1 unread');
  await grace.context().setOffline(true);
  await expect(grace.getByRole('status', { name: 'Connection' })).toContainText('offline', { ignoreCase: true });
  await openRoom(grace, 'reading offline');
  await expect(message(grace, 'read this on the train')).toBeVisible();
  await expect(waits(grace, 'reading offline')).not.toHaveAccessibleDescription(/unread/);
  await expect(ada.getByText('Seen by Grace')).toHaveCount(0);
  await grace.context().setOffline(false);
  await expect(ada.getByText('Seen by Grace')).toBeVisible();
});

test('read positions reach every gateway, also devices that were offline', async ({
  doubled: home,
  anotherGateway,
}) => {
  const { admin } = home;
  const here = await ApiClient.join(await home.invite(), 'reader');
  const elsewhere = await ApiClient.connect(anotherGateway, here.cookie, here.user);
  const { userId } = here.user;
  const { roomId } = (await admin.must(messagingCommands.roomCreate, { name: 'two desks', kind: 'public' })).room;
  await here.must(messagingCommands.roomJoin, { roomId });
  const [first, second] = [1, 2].map((at) => ({ roomId, clientMsgId: `line-00${at}`, text: `line ${at}` }));
  await admin.must(messagingCommands.msgSend, first!);
  await here.must(messagingCommands.readMark, { rooms: [{ roomId, seq: 1 }] });
  const marksHeard = () => elsewhere.notices.filter(({ name }) => name === 'read.moved').map(({ data }) => data);
  await eventually('the mark of the other device', () => marksHeard().length > 0 || undefined);
  expect(marksHeard()).toEqual([{ roomId, marks: [{ userId, seq: 1 }] }]);
  const { reading: before } = await elsewhere.must(messagingCommands.sync, { rooms: [] });

  elsewhere.close();
  await admin.must(messagingCommands.msgSend, second!);
  await here.must(messagingCommands.readMark, { rooms: [{ roomId, seq: 2 }] });
  const again = await ApiClient.connect(anotherGateway, here.cookie, here.user);
  const last = (await again.must(messagingCommands.msgList, { roomId })).messages.at(-1);
  const held = { rooms: [{ roomId, after: last!.eventId }] };
  const { reading: after } = await again.must(messagingCommands.sync, { ...held, marksAfter: before.marksRevision });
  expect(after.marks).toEqual([{ roomId, userId, seq: 2 }]);
  for (const client of [here, again]) client.close();
});

test('the last message lists the people who have read it, for two people and for many', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('seeing', home, newPerson);
  await write(ada, 'hello?');
  await expect(ada.getByText('Seen by Grace')).toBeVisible();
  await expect(grace.getByText(/Seen by/)).toHaveCount(0);
  await openRoom(grace, 'lobby');
  await write(ada, 'and now?');
  await expect(message(ada, 'and now?')).toBeVisible();
  await expect(ada.getByText(/Seen by/)).toHaveCount(0);

  const roomId = new URL(ada.url()).hash.split('/').at(-1) as RoomId;
  for (const name of ['Bo', 'Cy', 'Di', 'Ed']) {
    const client = await ApiClient.join(await home.invite(), `seeing-${name}`, name);
    await client.must(messagingCommands.roomJoin, { roomId });
    await client.must(messagingCommands.readMark, { rooms: [{ roomId, seq: 2 }] });
    client.close();
  }
  await ada.getByText('Seen by 4 people').click();
  await expect(ada.getByRole('list', { name: 'Seen by' }).getByRole('listitem')).toHaveText([/Bo/, /Cy/, /Di/, /Ed/]);
});

test('a returning person sees the number of new messages and can jump to the first', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('being away', home, newPerson);
  const roomId = new URL(ada.url()).hash.split('/').at(-1) as RoomId;
  await openRoom(grace, 'lobby');
  const clients = await Promise.all(
    ['bo', 'cy', 'di'].map(async (name) => ApiClient.join(await home.invite(), `away-${name}`)),
  );
  for (const client of clients) await client.must(messagingCommands.roomJoin, { roomId });
  for (let at = 0; at < 90; at++) {
    const text = at === 7 ? '@being-away-grace' : `line ${at}`;
    await clients[at % 3]?.must(messagingCommands.msgSend, { roomId, clientMsgId: crypto.randomUUID(), text });
  }
  await openRoom(grace, 'being away');
  const news = grace.getByRole('region', { name: 'What’s new' });
  await expect(news).toContainText('While you were away: 90 messages from 3 people, 1 mentions you');
  await news.getByRole('button', { name: 'Jump to first unread' }).click();
  await expect(grace.getByRole('separator', { name: 'New' })).toBeInViewport();
  await expect(message(grace, 'line 0').first()).toBeInViewport();
  await expect(news).toHaveCount(0);
  for (const client of clients) client.close();
});

test('a room’s draft survives reloads until it is sent', async ({ home, newPerson }) => {
  const [ada] = await twoIn('drafting', home, newPerson);
  const composer = ada.getByRole('textbox', { name: 'Message', exact: true });
  await composer.fill('I was going to');
  await openRoom(ada, 'lobby');
  await expect(composer).toHaveValue('');
  await expect(roomLink(ada, 'drafting')).toHaveAccessibleDescription('Draft');
  await ada.reload();
  await expect(roomLink(ada, 'drafting')).toHaveAccessibleDescription('Draft');
  await openRoom(ada, 'drafting');
  await expect(composer).toHaveValue('I was going to');
  await composer.press('Enter');
  await expect(message(ada, 'I was going to')).toBeVisible();
  await ada.reload();
  await expect(message(ada, 'I was going to')).toBeVisible();
  await expect(composer).toHaveValue('');
  await expect(roomLink(ada, 'drafting')).not.toHaveAccessibleDescription(/Draft/);
});

/** Source text that runs in the page; the tests are compiled without DOM types. */
const notingNotifications = `
  window.shownNotifications = [];
  window.Notification = class Noted {
    static permission = sessionStorage.getItem('allowed') ?? 'default';
    onclick = null;
    constructor(title, { body }) {
      window.shownNotifications.push({ title, body });
      window.lastNotification = this;
    }
    static requestPermission() {
      sessionStorage.setItem('allowed', 'granted');
      Noted.permission = 'granted';
      return Promise.resolve('granted');
    }
    close() {
      this.onclick = null;
    }
  };
`;

/**
 * Replaces the system's notifications, which are not visible here: records them, and grants the permission on request.
 */
const noteNotifications = (page: Page) => page.addInitScript({ content: notingNotifications });

const notifications = (page: Page) => page.evaluate<{ title: string; body: string }[]>('window.shownNotifications');

test('notifications follow the room’s setting and do not appear in do not disturb', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('notifying', home, newPerson);
  await noteNotifications(grace);
  await grace.reload();
  const [toNotifying, toLobby] = [() => openRoom(grace, 'notifying'), () => openRoom(grace, 'lobby')];
  const bodies = async () => (await notifications(grace)).map(({ body }) => body);
  const send = async (text: string) => {
    await write(ada, text);
    await expect(message(ada, text.replace('@notifying-grace', '@Grace')).last()).toBeVisible();
  };

  await grace.getByRole('link', { name: 'Settings' }).click();
  await expect(grace.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await send('@notifying-grace, before anybody allowed it');
  await expect(roomLink(grace, 'notifying')).toHaveAccessibleDescription('1 unread, 1 mentions you');
  await grace.getByRole('button', { name: 'Turn on notifications' }).click();
  await expect(grace.getByRole('button', { name: 'Turn off notifications' })).toBeVisible();
  await toLobby();
  await send('nobody in particular');
  await send('@notifying-grace, you');
  await expect.poll(() => notifications(grace)).toEqual([{ title: 'Ada in notifying', body: '@Grace, you' }]);

  await grace.evaluate('window.lastNotification.onclick()');
  await expect(grace.getByRole('heading', { name: 'notifying', level: 1 })).toBeVisible();
  await expect(message(grace, '@Grace, you')).toBeInViewport();
  await send('@notifying-grace, while you look');
  await expect(message(grace, '@Grace, while you look')).toBeVisible();

  await roomMenu(grace, 'Notifications');
  await grace.getByRole('radio', { name: 'All messages' }).check();
  await grace.getByRole('button', { name: 'Done' }).click();
  await toLobby();
  await send('anything at all');
  await expect.poll(bodies).toEqual(['@Grace, you', 'anything at all']);

  await grace.getByRole('link', { name: 'Settings' }).click();
  await grace.getByRole('button', { name: 'For an hour' }).click();
  await expect(grace.getByText(/^Notifications are paused until/)).toBeVisible();
  await send('@notifying-grace, quietly');
  await expect(roomLink(grace, 'notifying')).toHaveAccessibleDescription(/2 unread/);
  await grace.getByRole('button', { name: 'Notify me again' }).click();
  await toNotifying();
  await roomMenu(grace, 'Notifications');
  await grace.getByRole('radio', { name: 'Nothing' }).check();
  await grace.getByRole('button', { name: 'Done' }).click();
  await toLobby();
  await send('@notifying-grace, in vain');
  await expect(roomLink(grace, 'notifying')).toHaveAccessibleDescription('1 unread, 1 mentions you');
  expect(await bodies()).toEqual(['@Grace, you', 'anything at all']);
  // The tab's title does not count rooms without notifications.
  await expect(grace).toHaveTitle('lobby · devchitchat');
});

test('only one of two tabs notifies, and none while either shows the room', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('tabbing', home, newPerson);
  await grace.context().addInitScript({ content: `sessionStorage.setItem('allowed', 'granted')` });
  await grace.context().addInitScript({ content: notingNotifications });
  const another = await grace.context().newPage();
  await another.goto(home.product.url);
  await openRoom(another, 'lobby');
  await grace.reload();
  await grace.getByRole('link', { name: 'Settings' }).click();
  await grace.getByRole('button', { name: 'Turn on notifications' }).click();
  await openRoom(grace, 'lobby');
  const bodies = async () => {
    const shown = await Promise.all([grace, another].map((page) => notifications(page)));
    return shown.flat().map(({ body }) => body);
  };
  const send = async (text: string) => {
    await write(ada, `@tabbing-grace, ${text}`);
    await expect(message(ada, text)).toBeVisible();
  };

  await send('both look elsewhere');
  await expect.poll(bodies).toEqual(['@Grace, both look elsewhere']);
  for (const page of [grace, another]) {
    await openRoom(page, 'tabbing');
    const seen = `seen in ${page === grace ? 'one' : 'the other'}`;
    await send(seen);
    await expect(message(page, seen)).toBeVisible();
    await openRoom(page, 'lobby');
  }
  await send('and elsewhere again');
  await expect.poll(bodies).toEqual(['@Grace, both look elsewhere', '@Grace, and elsewhere again']);
});
