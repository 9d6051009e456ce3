import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Nothing on the screen keeps anybody out, as far as axe can tell: names, roles, contrast, landmarks, order. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 200)) }));
  // All screens are looked at before the test ends: one mended thing often mends several.
  expect.soft(found, screen).toEqual([]);
}
