import { diagnosticsCommands as diagnostics } from '@devchitchat/contracts';
import type { Locator } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { Caller } from './support/callers';
import { eventually, promptly } from './support/eventually';
import { expect, test } from './support/fixtures';
import { loudnessAt, steadyLoudnessAt } from './support/made-up-media';
import { expectInRoom, message, nextFrame, openRoom, roomMenu, write } from './support/pages';

/** This many people, sorted by name. */
type People = [Caller, Caller, Caller, Caller];

test('two people talk, mute, deafen, change each other’s volume, leave and rejoin; others see the participants and who is muted', async ({
  home,
  newPerson,
}) => {
  const people = await Caller.arrive('two', ['Ada', 'Bob', 'Cleo'], newPerson, home.invite);
  const [ada, bob, cleo] = people as People;
  const all = [ada, bob];
  await ada.join();
  await expect(bob.page.getByText('Ada is in the call')).toBeVisible();
  await bob.join();
  await ada.expectToHear([bob], all);
  await bob.expectToHear([ada], all);
  const inCall = cleo.page.getByRole('list', { name: 'In the call in two' }).getByRole('listitem');
  await expect(inCall).toHaveText([/Ada/, /Bob/]);

  const adaAtBobs = bob.call.getByRole('listitem').filter({ hasText: 'Ada' });
  await expect(adaAtBobs).toHaveClass(/speaking/);
  await ada.button('Mute').click();
  await bob.expectToHear([], all);
  await expect(adaAtBobs).not.toHaveClass(/speaking/);
  await expect(adaAtBobs).toHaveText(/Ada, muted/);
  await expect(inCall).toHaveText([/Ada, muted$/, /Bob$/]);
  // Her tone continues, and her page says that no one hears it.
  await expect(ada.call.getByText('You’re muted. No one can hear you.')).toBeVisible();
  await ada.expectToHear([bob], all);
  await ada.button('Mute').click();
  await bob.expectToHear([ada], all);

  await bob.button('Deafen').click();
  await bob.expectToHear([], all);
  await ada.expectToHear([], all);
  await expect(inCall).toHaveText([/Ada$/, /Bob, muted, deafened$/]);
  await bob.button('Deafen').click();
  await bob.expectToHear([ada], all);

  const before = await steadyLoudnessAt(bob.page, ada.tone);
  await bob.volumeOf(ada).fill('20');
  await expect.poll(() => loudnessAt(bob.page, ada.tone)).toBeLessThan(before - 8);
  await bob.volumeOf(ada).fill('200');
  await expect.poll(() => loudnessAt(bob.page, ada.tone)).toBeGreaterThan(before + 3);

  // Bob's mute and deafen outlast the call and the page.
  await bob.leave();
  await expect(inCall).toHaveText([/Ada/]);
  await bob.page.getByRole('button', { name: 'Deafen', exact: true }).click();
  await bob.join();
  await expect(inCall).toHaveText([/Ada$/, /Bob, muted, deafened$/]);
  await bob.page.reload();
  const offer = bob.page.getByRole('status').filter({ hasText: 'You were in a call here.' });
  await expect(offer).toBeVisible();
  await expect(bob.button('Leave call')).toHaveCount(0);
  await expectAccessible(bob.page, 'the offer to rejoin a call');
  await offer.getByRole('button', { name: 'Rejoin', exact: true }).click();
  await expect(bob.button('Deafen')).toHaveAttribute('aria-pressed', 'true');
  await expect(inCall).toHaveText([/Ada$/, /Bob, muted, deafened$/]);
  await bob.expectToHear([], all);
  await ada.expectToHear([], all);
  await bob.button('Mute').click();
  await ada.expectToHear([bob], all);
  await bob.expectToHear([ada], all);
  // While the browser's leave prompt is open, the person stays in the call.
  let asked = false;
  bob.page.once('dialog', (dialog) => {
    asked = dialog.type() === 'beforeunload';
    void dialog.accept();
  });
  await bob.page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toBe(true);
  await expect(inCall).toHaveText([/Ada/]);
  await ada.leave();
  await expect(inCall).toHaveCount(0);
});

test('a call in a direct conversation is hidden from everyone else', async ({ home, newPerson }) => {
  const people = await Caller.arrive('apart', ['Ada', 'Bob', 'Cleo'], newPerson, home.invite);
  const [ada, bob, cleo] = people as People;
  await ada.page.getByRole('button', { name: 'Members' }).click();
  await ada.page.getByRole('button', { name: 'Actions for Bob' }).click();
  await ada.page.getByRole('menuitem', { name: 'Message' }).click();
  await expectInRoom(ada.page, 'Bob');
  await write(ada.page, 'A word with you?');
  await bob.page.getByRole('navigation', { name: 'Direct messages' }).getByRole('link', { name: 'Ada' }).click();
  await expect(message(bob.page, 'A word with you?')).toBeVisible();

  await ada.join();
  await expect(bob.page.getByText('Ada is in the call')).toBeVisible();
  await bob.join();
  await ada.expectToHear([bob], [ada, bob]);
  await bob.expectToHear([ada], [ada, bob]);
  await expect(cleo.page.getByText('is in the call')).toHaveCount(0);
  await expect(cleo.page.getByRole('list', { name: /^In the call/ })).toHaveCount(0);
  await ada.leave();
  await bob.leave();
});

/** Makes tiles large on a viewer's page, while somebody else's camera comes and goes; ends in full screen. */
async function spotlightAndFillScreen(viewer: Caller, sharer: Caller, other: Caller) {
  const { page } = viewer;
  const [shared, face] = [viewer.tile(sharer, 'screen'), viewer.tile(sharer, 'camera')];
  const areaOf = async (tile: Locator) => {
    const { width, height } = (await tile.locator('video').boundingBox())!;
    return width * height;
  };
  const spotlight = (kind: string) => viewer.button(`Spotlight ${sharer.name}, ${kind}`);
  const fillsPage = () => page.evaluate<boolean>('document.fullscreenElement !== null');

  await expect(spotlight('screen'), 'a shared screen is large by itself').toHaveAttribute('aria-pressed', 'true');
  const inStrip = await areaOf(face);
  await face.hover();
  await spotlight('camera').click();
  await expect.poll(() => areaOf(face)).toBeGreaterThan(inStrip * 4);
  await other.button('Camera').click();
  await viewer.expectToSee(other, 'camera');
  await other.button('Camera').click();
  await expect(viewer.tile(other, 'camera')).toHaveCount(0);
  await expect(spotlight('camera')).toHaveAttribute('aria-pressed', 'true');
  await spotlight('camera').press('Escape');
  await expect(spotlight('camera')).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => areaOf(shared), 'all alike').toBe(await areaOf(face));

  await shared.dblclick();
  await expect(spotlight('screen')).toHaveAttribute('aria-pressed', 'true');
  const large = await areaOf(shared);
  await viewer.button('Full screen').click();
  await expect.poll(fillsPage).toBe(true);
  await expect.poll(() => areaOf(shared)).toBeGreaterThan(large * 1.5);
  await expect(viewer.button('Leave call'), 'the controls stay in reach').toBeInViewport();
  await viewer.button('Full screen').click();
  await expect.poll(fillsPage).toBe(false);
  await expect.poll(() => areaOf(shared)).toBe(large);
  await viewer.button('Full screen').click();
  await expect.poll(fillsPage).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(fillsPage, 'Escape leaves').toBe(false);
  await expect(spotlight('screen')).toHaveAttribute('aria-pressed', 'true');
  await viewer.button('Full screen').click();
  await expect.poll(fillsPage).toBe(true);
  return { expectWindow: () => expect.poll(fillsPage, 'the full screen ends with its stream').toBe(false) };
}

test('four people hear each other and see a shared screen, also while they read another room', async ({
  home,
  newPerson,
}) => {
  const people = await Caller.arrive('four', ['Ada', 'Bob', 'Cleo', 'Dora'], newPerson, home.invite);
  const [ada, bob, cleo, dora] = people as People;
  const joiningAt = performance.now();
  await Promise.all(people.map((caller) => caller.join()));
  await Promise.all(people.map((caller) => caller.expectToHear(others(people, caller), people)));
  const description = `${Math.round(performance.now() - joiningAt)} ms from four clicks until all callers hear each other`;
  test.info().annotations.push({ type: 'join', description });

  await ada.button('Camera').click();
  await ada.button('Share screen').click();
  for (const viewer of [bob, cleo, dora]) {
    await viewer.expectToSee(ada, 'camera');
    await viewer.expectToSee(ada, 'screen');
  }
  const inCall = bob.page.getByRole('list', { name: 'In the call in four' }).getByRole('listitem');
  await expect(inCall.filter({ hasText: 'Ada' })).toHaveText(/Ada, sharing a screen, camera on$/);
  await expect(bob.tile(ada, 'camera')).not.toContainText('Waiting for');
  await eventually('the whole call on the dashboard', async () => {
    const { calls } = await home.admin.must(diagnostics.diagSnapshot, {});
    const seen = calls?.calls
      .find(({ peers }) => peers.length === 4)
      ?.peers.map(({ streams, links }) => ({ streams, links }));
    const links = { connected: 3 };
    const whole = people.map((caller) => ({ streams: caller === ada ? ['camera', 'screen'] : [], links }));
    return sorted(seen) === sorted(whole) || undefined;
  });
  const showing = await spotlightAndFillScreen(bob, ada, dora);
  await ada.button('Share screen').click();
  for (const viewer of [bob, cleo, dora]) await expect(viewer.tile(ada, 'screen')).toHaveCount(0);
  await showing.expectWindow();
  await bob.expectToSee(ada, 'camera');

  await openRoom(dora.page, 'lobby');
  await write(dora.page, 'I am still in the call.');
  await expect(message(dora.page, 'I am still in the call.')).toBeVisible();
  await dora.expectToHear([ada, bob, cleo], people);
  await dora.button('Mute').click();
  await bob.expectToHear([ada, cleo], people);
  await dora.call.getByRole('link', { name: 'four' }).click();
  await dora.expectToSee(ada, 'camera');

  // The connections to the others stay unchanged when one caller leaves.
  await cleo.leave();
  await ada.expectToHear([bob], people);
  await bob.expectToHear([ada], people);
  await bob.expectToSee(ada, 'camera');
});

const sorted = (peers: readonly object[] = []) =>
  peers
    .map((peer) => JSON.stringify(peer))
    .sort()
    .join('\n');

const others = (people: readonly Caller[], caller: Caller) => people.filter((each) => each !== caller);

test('a hundred simultaneous negotiations from both ends all complete', async ({ home, newPerson }) => {
  // Slow machines need time; a stuck negotiation never completes.
  test.setTimeout(240_000);
  const people = await Caller.arrive('busy', ['Ada', 'Bob'], newPerson, home.invite);
  const [ada, bob] = people as People;
  for (const caller of people) await caller.join();
  await ada.expectToHear([bob], people);
  // In every round both ends request a negotiation; in every third, camera and screen change as well.
  const shaken = await Promise.all(people.map(({ page }) => page.evaluate<number>(shake)));
  test.info().annotations.push({ type: 'negotiated', description: shaken.join(' and ') });
  expect(Math.min(...shaken)).toBeGreaterThanOrEqual(100);
  for (const [viewer, shower] of [
    [ada, bob],
    [bob, ada],
  ] as const) {
    await viewer.expectToSee(shower, 'camera');
    await viewer.expectToSee(shower, 'screen');
    await viewer.expectToHear([shower], people);
  }
});

/** Runs in the page. Returns how often the link completed a negotiation; ends with everything shown. */
const shake = `(async () => {
  const link = window.links.at(-1);
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const button = (name) => document.querySelector('[aria-label="Call"] button[aria-label="' + name + '"]');
  for (let round = 0; round < 51 || (link.negotiated < 100 && round < 4_000); round++) {
    link.dispatchEvent(new Event('negotiationneeded'));
    if (round < 51 && round % 3 === 0) {
      button('Camera').click();
      button('Share screen').click();
    }
    await pause(30);
  }
  await pause(500);
  for (const name of ['Camera', 'Share screen']) if (button(name).ariaPressed !== 'true') button(name).click();
  return link.negotiated;
})()`;

test('a closed tab leaves the call within ten seconds, however it was closed', async ({ home, newPerson }) => {
  const people = await Caller.arrive('closing', ['Ada', 'Bob'], newPerson, home.invite);
  const [ada, bob] = people as People;
  for (const caller of [ada, bob]) await caller.join();
  const inCall = ada.page.getByRole('list', { name: 'In the call in closing' }).getByRole('listitem');
  await expect(inCall).toHaveCount(2);
  // Nothing can be sent, not even a goodbye.
  await bob.page.context().setOffline(true);
  await bob.page.close();
  const isAlone = async () => (await inCall.count()) === 1 || undefined;
  const serverAndPage = () => Promise.all([home.admin.lobby(), nextFrame(ada.page)]);
  await promptly('the removal of the silent participant', isAlone, 10_000, serverAndPage);
  await expect(inCall).toHaveText([/Ada/]);
});

test('a person can move the call to another tab, and the room’s owner can end it for everyone', async ({
  home,
  newPerson,
}) => {
  const people = await Caller.arrive('ending', ['Ada', 'Bob'], newPerson, home.invite);
  const [ada, bob] = people as People;
  for (const caller of [ada, bob]) await caller.join();
  await ada.expectToHear([bob], people);
  const inCall = ada.page.getByRole('list', { name: 'In the call in ending' }).getByRole('listitem');
  const tab = await bob.anotherTab();
  await tab.page.getByRole('button', { name: 'Join call', exact: true }).click();
  await expect(
    tab.page.getByText('You’re in this call in another tab or on another device. Move it here?'),
  ).toBeVisible();
  await expect(inCall).toHaveText([/Ada/, /Bob/]);
  await expectAccessible(tab.page, 'a call in another tab');
  await tab.page.getByRole('button', { name: 'Move here' }).click();
  await expect(bob.page.getByText('You moved this call to another tab or device.')).toBeVisible();
  await expect(bob.call).toHaveCount(0);
  await tab.expectToHear([ada], people);
  await ada.expectToHear([bob], people);
  await expect(inCall).toHaveText([/Ada/, /Bob/]);

  await roomMenu(ada.page, 'End call for everyone');
  for (const caller of [ada, tab]) await expect(caller.call).toHaveCount(0);
  await expect(tab.page.getByText('Ada ended the call for everyone.')).toBeVisible();
  await expectAccessible(tab.page, 'a call that was ended');
});
