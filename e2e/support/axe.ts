import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Browser, type Page } from '@playwright/test';

/**
 * Rules that axe leaves off by default, as experimental or too new. Without `focus-order-semantics`, which objects to
 * the focusable list of people in a call: it scrolls, so `scrollable-region-focusable` wants it focusable.
 */
const more = [
  'label-content-name-mismatch',
  'css-orientation-lock',
  'target-size',
  'table-fake-caption',
  'td-has-header',
  'p-as-heading',
];

type Options = Parameters<Browser['newContext']>[0];

/** Each device and each theme once: colors do not depend on the width, nor the layout on colors. */
export const looks = [
  { look: 'a desktop in dark', theme: 'dark', isPhone: false, viewport: { width: 1280, height: 800 } },
  { look: 'a phone in light', theme: 'light', isPhone: true, viewport: { width: 390, height: 844 } },
] as const;

/** Opens a page with the device and the theme of a look, as if the user had chosen the theme. */
export async function openLook(
  newPerson: (options?: Options) => Promise<Page>,
  { theme, isPhone, viewport }: (typeof looks)[number],
  options: Options = {},
): Promise<Page> {
  const page = await newPerson({ viewport, hasTouch: isPhone, reducedMotion: 'reduce', ...options });
  await page.addInitScript(`localStorage.setItem('devchitchat theme', '${theme}')`);
  return page;
}

/** Expects no axe violations: names, roles, landmarks, heading order, sizes, and the contrast in both themes. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const rules = Object.fromEntries(more.map((rule) => [rule, { enabled: true }]));
  await expectClean(page, screen, new AxeBuilder({ page }).options({ rules, resultTypes: ['violations'] }));
  if ((await switchTheme(page)) === null) return;
  await expectClean(page, `${screen}, in the other theme`, new AxeBuilder({ page }).withRules('color-contrast'));
  await switchTheme(page);
}

async function expectClean(page: Page, screen: string, axe: AxeBuilder): Promise<void> {
  // The app has no frames, so that axe needs no second page to gather what it found in each.
  const { violations } = await axe.setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 200)) }));
  // Soft, so that the test checks all screens: one fix often covers several.
  expect.soft(found, screen).toEqual([]);
}

/** Shows the page in the other theme, without storing it. Returns that theme, or null for a page without themes. */
const switchTheme = (page: Page): Promise<string | null> =>
  page.evaluate<string | null>(`(() => {
    const { dataset } = document.documentElement;
    if (!dataset.theme) return null;
    return (dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark');
  })()`);
