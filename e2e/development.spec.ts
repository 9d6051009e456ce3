import { expect, test } from '@playwright/test';
import { appendFile, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './support/free-port';
import { joinOnThePage } from './support/pages';
import { StartedProduct } from './support/started-product';

/** In milliseconds. The development server first compiles the whole web app. */
const firstBuild = 240_000;

/** In milliseconds. An idle machine takes one to three seconds; one that runs all other tests takes longer. */
const laterBuild = 120_000;

/** The parts of a clone that development needs, with links to the packages installed in this one. */
async function copyOfThisClone(folder: string): Promise<string> {
  const sources = ['apps', 'libs', 'tools', 'package.json', 'package-lock.json', 'nx.json', 'tsconfig.base.json'];
  for (const path of sources) await cp(path, join(folder, path), { recursive: true });
  for (const path of ['node_modules', '.node']) await symlink(join(process.cwd(), path), join(folder, path));
  return folder;
}

test.describe('npm run dev', () => {
  test.describe.configure({ timeout: 2 * firstBuild });

  let folder: string;
  let started: StartedProduct;

  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'devchitchat-development-'));
    const clone = await copyOfThisClone(folder);
    started = new StartedProduct(join(folder, '.data-dev'), await freePort(), { CI: '' }, { script: 'dev', clone });
  });

  test.afterEach(async () => {
    await started.end();
    await rm(folder, { recursive: true });
  });

  test('updates the open page after a template change and restarts a changed service', async ({ page }) => {
    await started.printed(/^devchitchat is at http:\/\/localhost:\d+ after/, firstBuild);
    const link = (await started.printed(/^First admin: /)).replace('First admin: ', '');
    await joinOnThePage(page, link, 'ada', 'Ada');

    const changedAt = performance.now();
    await appendFile(join(folder, 'apps/web/src/shell/room/room-page.html'), '<p>Fresh from the template</p>\n');
    await expect(page.getByText('Fresh from the template')).toBeVisible({ timeout: laterBuild });
    console.log(`A changed template showed after ${Math.round(performance.now() - changedAt)} ms.`);

    await appendFile(join(folder, 'apps/messaging/src/main.ts'), '\n// Changed.\n');
    await started.printed(/^Rebuilt messaging; restarting it\.$/);
    await page.getByRole('textbox', { name: 'Message' }).fill('still here');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article').filter({ hasText: 'still here' })).toBeVisible();
  });
});
