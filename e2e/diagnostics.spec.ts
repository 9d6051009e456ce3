import {
  diagnosticsCommands as diagnostics,
  messagingCommands as messaging,
  processNames,
  signalingCommands as signaling,
  type ProcessName,
} from '@devchitchat/contracts';
import type { Page } from '@playwright/test';
import { newPeerId } from './support/call-ids';
import { eventually, promptly } from './support/eventually';
import { expect, test, type TestProduct } from './support/fixtures';
import { joinByInvite, message, nextFrame, openRoom, write } from './support/pages';

/** Milliseconds from a process's death until the page shows it, on an idle machine. */
const shownWithinMs = 10_000;

/** Signs a page in with the admin's own session. */
async function asAdmin({ product, admin }: TestProduct, page: Page): Promise<void> {
  const [name = '', value = ''] = admin.cookie.split('=');
  await page.context().addCookies([{ name, value, url: product.url }]);
  await page.goto(`${product.url}/#/`);
}

async function openDiagnostics(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Diagnostics' }).click();
  await expect(page.getByRole('heading', { name: 'Diagnostics', level: 1 })).toBeVisible();
}

const verdict = (page: Page) => page.getByRole('status', { name: 'Verdict' });

/** Waits until diagnostics has a report of every process: it may start before the others' first report. */
async function expectAllHeard(page: Page): Promise<void> {
  const services = page.getByRole('table', { name: 'Services' });
  for (const name of processNames) {
    const row = services.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
    await expect(row.getByText('healthy', { exact: true })).toBeVisible();
  }
}

test('an admin sees at a glance that all services are healthy, and the numbers behind it', async ({
  home,
  newPerson,
}) => {
  const page = await newPerson();
  await asAdmin(home, page);
  await openDiagnostics(page);
  await expect(verdict(page)).toHaveText(/Everything is working/);
  await expectAllHeard(page);
  const { roomId } = (await home.admin.must(messaging.roomList, {})).rooms.find(({ name }) => name === 'lobby')!;
  const peerId = newPeerId();
  const streams = [{ kind: 'screen' as const, sound: true }];
  const { call } = await home.admin.must(signaling.rtcJoin, { roomId, peerId, streams });
  const calls = page.getByRole('table', { name: 'Calls' });
  await expect(calls.getByRole('row').filter({ hasText: 'Admin' })).toContainText(/lobby.*screen/);
  await home.admin.must(signaling.rtcLeave, { callId: call.callId, peerId });
  await expect(page.getByText('No one is in a call.')).toBeVisible();
  // Of more than fifty rooms, the page lists only those with the latest messages.
  const said = { roomId: await home.admin.lobby(), clientMsgId: crypto.randomUUID(), text: 'All well?' };
  await home.admin.must(messaging.msgSend, said);
  const connections = page.getByRole('table', { name: 'Connections' });
  await expect(page.getByRole('heading', { name: 'Presence of people and bots' })).toBeVisible();
  const active = page.getByRole('term').filter({ hasText: /^Active$/ });
  await expect(active.locator('xpath=following-sibling::dd')).toHaveText(/^[1-9]/);
  await expect(connections.getByRole('rowheader', { name: 'Admin' }).first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'Rooms' }).getByRole('rowheader', { name: 'lobby' })).toBeVisible();
  // Charts get their first point after ten seconds, and the page refreshes every twenty.
  await page.getByRole('radio', { name: '15 min' }).check({ force: true });
  await expect(page.getByRole('img', { name: /^Memory in the last 15 minutes/ }).first()).toBeVisible({
    timeout: 45_000,
  });
});

test('the event log shows actors and actions without content and follows one trace through the services', async ({
  home,
  newPerson,
}) => {
  const bob = await newPerson();
  await joinByInvite(bob, await home.invite(), 'event-bob', 'Event Bob');
  await write(bob, 'plugh, said Bob');
  await expect(message(bob, 'plugh, said Bob')).toBeVisible();
  const page = await newPerson();
  await asAdmin(home, page);
  await openDiagnostics(page);
  const filters = page.getByRole('form', { name: 'Filter events' });
  await filters.getByRole('combobox', { name: 'Done by' }).selectOption('Event Bob');
  await filters.getByRole('textbox', { name: 'Type' }).fill('message.sent');
  await filters.getByRole('button', { name: 'Show' }).click();
  const events = page.getByRole('table', { name: 'Events' });
  await expect(events.getByRole('row')).toHaveCount(2);
  await expect(events.getByRole('cell', { name: 'Event Bob' })).toBeVisible();
  expect(await page.content()).not.toContain('plugh');

  await filters.getByRole('button', { name: 'Clear' }).click();
  await filters.getByRole('textbox', { name: 'Type' }).fill('user.registered');
  await filters.getByRole('button', { name: 'Show' }).click();
  // Until the answer arrives, the table shows the previous request's rows.
  await expect(events.getByRole('rowheader', { name: 'user.registered' })).not.toHaveCount(0);
  await expect(events.getByRole('rowheader').filter({ hasNotText: 'user.registered' })).toHaveCount(0);
  await events
    .getByRole('button', { name: /^Follow trace/ })
    .first()
    .click();
  await expect(events.getByRole('rowheader', { name: 'invite.redeemed' })).toHaveCount(1);
  await expect(events.getByRole('rowheader', { name: 'session.opened' })).toHaveCount(1);
  await expect(filters.getByRole('textbox', { name: 'Trace' })).not.toHaveValue('');
});

test('diagnostics is for admins only and fits a phone', async ({ home, newPerson }) => {
  const bob = await newPerson({ viewport: { width: 390, height: 800 } });
  await joinByInvite(bob, await home.invite(), 'phone-bob', 'Phone Bob');
  await bob.goto(`${home.product.url}/#/diagnostics`);
  await expect(bob.getByRole('heading', { name: 'This page is for admins' })).toBeVisible();
  await expect(bob.getByRole('link', { name: 'Diagnostics' })).toHaveCount(0);
  await expect(bob.getByRole('heading', { name: 'Diagnostics' })).toHaveCount(0);
  expect((await fetch(`${home.product.url}/metrics`)).status).toBe(404);

  const page = await newPerson({ viewport: { width: 390, height: 800 } });
  let answers = true;
  await page.routeWebSocket('**/socket.io/**', (browser) => {
    const server = browser.connectToServer();
    browser.onMessage((said) => {
      if (answers || !said.includes('diag.snapshot')) server.send(said);
    });
  });
  await asAdmin(home, page);
  await page.goto(`${home.product.url}/#/diagnostics`);
  await expect(verdict(page)).toHaveText(/Everything is working/);
  const widest = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(widest).toBeLessThanOrEqual(390);
  // Its style sheet, which loads with the page.
  await expect(page.locator('dcc-verdict')).toHaveCSS('border-top-style', 'solid');

  // Alerts of an earlier connection may be outdated.
  answers = false;
  await page.context().setOffline(true);
  await expect(verdict(page)).toHaveText(/gateway can’t be reached/);
  await page.context().setOffline(false);
  await expect(verdict(page)).toHaveText(/Asking every service/);
});

const whatIsSaid: Readonly<Record<ProcessName, RegExp>> = {
  auth: /auth is not responding/,
  messaging: /messaging is not responding/,
  signaling: /signaling is not responding/,
  diagnostics: /diagnostics isn’t responding/,
  gateway: /gateway can’t be reached/,
};

test('the death of any process is shown within ten seconds, until the process is back', async ({
  split,
  newPerson,
}) => {
  const page = await newPerson();
  await asAdmin(split, page);
  await openDiagnostics(page);
  // A process that ended before its first heartbeat does not count toward restarts.
  await expectAllHeard(page);
  for (const name of processNames) {
    await expect(verdict(page)).toHaveText(/Everything is working/, { timeout: 30_000 });
    await split.product.kill(name);
    const isShown = async () => whatIsSaid[name].test(await verdict(page).innerText()) || undefined;
    await promptly(`the death of ${name} shown`, isShown, shownWithinMs, () => nextFrame(page));
    split.product.start(name);
  }
  await expect(verdict(page)).toHaveText(/Everything is working/, { timeout: 30_000 });
  // The page reconnects before diagnostics receives the new process's first heartbeat.
  await eventually('one restart of each process', async () => {
    const reply = await split.admin.ask(diagnostics.diagSnapshot, {});
    if (!reply.ok) return undefined;
    const restarts = processNames.map(
      (name) => reply.value.services.find(({ process }) => process === name)?.restarts ?? 0,
    );
    expect(Math.max(...restarts)).toBeLessThanOrEqual(1);
    return restarts.every((count) => count === 1) || undefined;
  });
});

test('the product works without diagnostics', async ({ split, newPerson }) => {
  await split.product.kill('diagnostics');
  const [ada, bob] = [await newPerson(), await newPerson()];
  await joinByInvite(ada, await split.invite(), 'ada', 'Ada');
  await joinByInvite(bob, await split.invite(), 'bob', 'Bob');
  await openRoom(ada, 'lobby');
  await write(ada, 'Nobody looks.');
  await expect(message(bob, 'Nobody looks.')).toBeVisible();
  split.product.start('diagnostics');
  await split.product.healthy();
});
