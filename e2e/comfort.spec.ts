import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { actOn, createRoom, joinByInvite, message, roomLink, twoIn, write } from './support/pages';

/** Words that occur in no German text of the web app. */
const englishWords =
  /\b(the|and|your?|rooms?|messages?|settings|search|members|reply|react|sign|invite|join|edit|delete|pinned|password|devices|today|of|to|is|with)\b/gi;

/** Source text that runs in the page; the tests are compiled without DOM types. */
const everythingSaid = `(() => {
  const attributes = ['aria-label', 'aria-description', 'title', 'placeholder'];
  const named = [...document.querySelectorAll(attributes.map((name) => '[' + name + ']').join())];
  return [
    document.body.innerText,
    ...named.flatMap((element) => attributes.map((name) => element.getAttribute(name) ?? '')),
  ];
})()`;

/** Returns all visible and spoken text: contents, names, descriptions and hints. */
async function english(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate<string[]>(everythingSaid);
  return said.flatMap((words) => words.match(englishWords) ?? []);
}

test('a German browser shows no English text, and its user can switch to English', async ({ home, newPerson }) => {
  const page = await newPerson({ locale: 'de-DE' });
  await page.goto(`${home.product.url}/#/sign-in`);
  await expect(page.getByRole('heading', { name: 'Willkommen zurück' })).toBeVisible();
  expect(await english(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Code' }).fill('0123456789');
  await page.getByRole('button', { name: 'Code benutzen' }).click();
  await expect(page.getByText('Dieser Code ist falsch, benutzt oder älter als 5 Minuten.')).toBeVisible();

  await page.goto(await home.invite());
  await expect(page.getByRole('button', { name: 'Beitreten', exact: true })).toBeVisible();
  expect(await english(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Handle' }).fill('x');
  await page.getByRole('textbox', { name: 'Anzeigename' }).fill('Jörg');
  await page.getByRole('button', { name: 'Beitreten', exact: true }).click();
  await expect(page.getByText('Kürzer als 2 Zeichen.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Handle' }).fill('joerg');
  await page.getByRole('button', { name: 'Beitreten', exact: true }).click();

  const composer = page.getByRole('textbox', { name: 'Nachricht', exact: true });
  await expect(composer).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('button', { name: 'Neuer Raum' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true }).fill('werkstatt');
  await page.getByRole('button', { name: 'Anlegen' }).click();
  // The lobby may have English messages of other tests.
  await expect(page.getByRole('heading', { name: 'werkstatt', level: 1 })).toBeVisible();
  expect(await english(page)).toEqual([]);
  await page.getByRole('button', { name: 'Neuer Raum' }).click();
  await expect(page.getByRole('dialog', { name: 'Neuer Raum' })).toBeVisible();
  expect(await english(page)).toEqual([]);
  await page.keyboard.press('Escape');
  // While a dialog closes, the page behind it accepts no input.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await composer.fill('Guten Morgen');
  await composer.press('Enter');
  await page.getByRole('log', { name: 'Nachrichten' }).getByRole('article').first().focus();
  await expect(page.getByRole('button', { name: 'Antworten' })).toBeVisible();
  await page.getByRole('button', { name: 'Mitglieder' }).click();
  await expect(page.getByRole('button', { name: 'Mitglieder schließen' })).toBeVisible();
  expect(await english(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+/');
  await expect(page.getByRole('dialog', { name: 'Tastenkürzel' })).toBeVisible();
  expect(await english(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Einstellungen' }).click();
  await expect(page.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible();
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('English');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('screen readers announce who joins and leaves the call', async ({ home, newPerson }) => {
  const [ada, bob] = [await newPerson(), await newPerson()];
  await joinByInvite(ada, await home.invite(), 'told-ada', 'Ada Told');
  await joinByInvite(bob, await home.invite(), 'told-bob', 'Bob Told');
  const live = ada.locator('[aria-live=polite]');
  await ada.getByRole('button', { name: 'Join call' }).click();
  await expect(live.filter({ hasText: 'You’re in the call.' })).toHaveCount(1);
  await bob.getByRole('button', { name: 'Join call' }).click();
  await expect(live.filter({ hasText: 'Bob Told joined the call.' })).toHaveCount(1);
  await bob.getByRole('button', { name: 'Leave call' }).first().click();
  await expect(live.filter({ hasText: 'Bob Told left the call.' })).toHaveCount(1);
  await ada.getByRole('button', { name: 'Leave call' }).first().click();
});

test('the web app is installable: its manifest has everything that browsers require', async ({ home }) => {
  const manifest = (await (await fetch(`${home.product.url}/manifest.webmanifest`)).json()) as {
    icons: { src: string; purpose?: string; sizes: string }[];
  };
  expect(manifest).toMatchObject({ id: '/', start_url: '/', scope: '/', display: 'standalone' });
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src } of manifest.icons) expect((await fetch(`${home.product.url}/${src}`)).status).toBe(200);
});

test('nothing moves with reduced motion', async ({ home, newPerson }) => {
  const moving = async (motion: 'reduce' | 'no-preference') => {
    const page = await newPerson({ reducedMotion: motion });
    await joinByInvite(page, await home.invite(), `motion-${motion}`, 'Mo');
    await page.getByRole('button', { name: 'New room' }).click();
    await expect(page.getByRole('dialog', { name: 'New room' })).toBeVisible();
    return page.evaluate<number>(countMoving);
  };
  expect(await moving('no-preference')).toBeGreaterThan(0);
  expect(await moving('reduce')).toBe(0);
});

/** Runs in the page. Returns the number of elements with a transition or animation. */
const countMoving = `[...document.querySelectorAll('*')].filter((element) => {
  const { animationName, transitionDuration } = getComputedStyle(element);
  return animationName !== 'none' || transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0);
}).length`;

test('the theme is the system’s from the first paint, until its user chooses one', async ({ home, newPerson }) => {
  for (const [colorScheme, frame] of [
    ['light', '#fdfefd'],
    ['dark', '#0d1210'],
  ] as const) {
    const page = await newPerson({ colorScheme });
    // The page as it is without any of its modules: only its first script ran.
    await page.route('**/*.js', (route) =>
      route.request().url().endsWith('/theme.js') ? route.continue() : route.abort(),
    );
    await page.goto(home.product.url);
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expect(page.locator('meta[name=theme-color]')).toHaveAttribute('content', frame);
  }
});

test('with forced colours, mentions, spoilers and folded messages keep a mark', async ({ home, newPerson }) => {
  const page = await newPerson({ forcedColors: 'active' });
  await joinByInvite(page, await home.invite(), 'contrast', 'Connie Contrast');
  await write(page, `@contrast ||hidden||\n${'line\n'.repeat(40)}`);
  const shown = message(page, 'Connie Contrast').last();
  await expect(shown.getByRole('button', { name: 'Show more' })).toBeVisible();
  await expect(shown.locator('.mention')).toHaveCSS('outline-style', 'solid');
  await expect(shown.locator('.spoiler')).toHaveCSS('border-top-style', 'dashed');
  await expect(shown.locator('.folded')).toHaveCSS('border-bottom-style', 'dashed');
  await expect(shown.locator('.folded')).toHaveCSS('mask-image', 'none');
});

test('with forced colours, what is chosen, who is here and what waits keep a mark', async ({ home, newPerson }) => {
  const [page, bob] = [await newPerson({ forcedColors: 'active' }), await newPerson()];
  await joinByInvite(page, await home.invite(), 'marked', 'Mark Marked');
  await joinByInvite(bob, await home.invite(), 'marked-bob', 'Bob Marked');
  const outlined = (element: Locator) => expect(element).toHaveCSS('outline-style', 'solid');
  await outlined(roomLink(page, 'lobby'));
  await page.getByRole('button', { name: 'Members' }).click();
  await outlined(page.getByRole('button', { name: 'Members', exact: true }));
  const dots = page.getByRole('complementary', { name: 'Members' }).locator('dcc-presence-dot span');
  await expect(dots.first()).toHaveCSS('forced-color-adjust', 'none');

  await write(page, 'Who likes it?');
  await actOn(page, 'Who likes it?', 'React');
  await page.getByRole('region', { name: 'Popular' }).getByRole('button', { name: 'thumbs up' }).click();
  await outlined(message(page, 'Who likes it?').getByRole('button', { pressed: true }));
  await createRoom(page, 'marked room');
  await write(bob, '@marked, here');
  const badge = roomLink(page, 'lobby').locator('.badge.mine');
  await expect(badge).not.toHaveCSS('background-color', systemColors.canvas);
  await expect(badge).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');

  await page.goto(`${home.product.url}/#/settings`);
  const [chosen, other] = ['System', 'Dark'].map((name) => page.locator('.segments span').filter({ hasText: name }));
  await expect(chosen!).not.toHaveCSS('background-color', systemColors.canvas);
  await expect(chosen!).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await expect(other!).not.toHaveCSS('forced-color-adjust', 'none');
});

/** As Chromium forces them on a light system. */
const systemColors = { canvas: 'rgb(255, 255, 255)' };

test('the bar of a room fits between the phone and the desktop layout', async ({ home, newPerson }) => {
  const name = 'a room with a long name';
  const [page] = await twoIn(name, home, newPerson);
  for (const width of [721, 768, 834, 1000, 1001]) {
    await page.setViewportSize({ width, height: 700 });
    await expect(page.getByRole('button', { name: 'Room menu' })).toBeInViewport({ ratio: 1 });
    const heading = await page.getByRole('heading', { name, level: 1 }).boundingBox();
    expect(heading?.width, `the name at ${width} pixels`).toBeGreaterThan(90);
    expect(await page.evaluate('document.documentElement.scrollWidth'), 'the width of the page').toBe(width);
    await page.getByRole('searchbox', { name: 'Search' }).click();
    await expect(page.getByRole('option').first()).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
  }
});
