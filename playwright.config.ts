import { defineConfig } from '@playwright/test';
import { execFileSync } from 'node:child_process';

/** The first of these programs that is installed. */
function installed(...names: readonly string[]): string | undefined {
  const found = names.map((name) => `command -v ${name}`).join(' || ');
  try {
    return execFileSync('sh', ['-c', found], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** The system's Chromium where there is one; else Playwright's own. */
const chromium = installed('chromium', 'chromium-browser', 'google-chrome');

/** The same engine without the windows around it, which nobody sees here and which take a third of what a test takes. */
const headlessShell = installed('chromium-headless-shell') ?? chromium;

/** Microphone, camera and screen are made up, and nobody is asked for them. */
const launched = (executablePath: string | undefined) => ({
  ...(executablePath === undefined ? {} : { executablePath }),
  // Machines that test have no GPU, and painting without one is cheaper when Chromium knows.
  args: [
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    // A name of the network, which plain HTTP makes no secure context of.
    '--host-resolver-rules=MAP chat.lan 127.0.0.1',
  ],
});

/** The shell has no loudspeakers to choose from. */
const calls = 'call*.spec.ts';

export default defineConfig({
  testDir: 'e2e',
  // Two runs at once must not clear each other's folder.
  outputDir: process.env['E2E_OUTPUT_DIR'] ?? 'test-results/e2e',
  // Limits are for what never comes: a slow machine that does other things besides gets its time.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // A second try tells what fails now and then from what always does. It counts as a failure all the same.
  retries: 1,
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  projects: [
    { name: 'processes', testIgnore: ['composed/**', 'looks/**', 'absences/**', calls] },
    { name: 'calls', testMatch: calls, use: { launchOptions: launched(chromium) } },
    {
      name: 'containers',
      testMatch: 'composed/**',
      use: { launchOptions: launched(chromium) },
      // One system in containers is enough for a machine; its tests take turns.
      workers: 1,
    },
    // Every kind and length of absence from a call: half an hour of real time, so `npm test` leaves it out.
    {
      name: 'absences',
      testMatch: 'absences/**',
      timeout: 3_600_000,
      retries: 0,
      use: { launchOptions: launched(chromium) },
    },
    // Pictures for people to look at; nothing is expected of them, and `npm test` leaves them out.
    { name: 'looks', testMatch: 'looks/**', use: { launchOptions: launched(chromium) } },
  ],
  use: {
    // What is traced takes longer: only a test that failed is, at its second try. A film of every page takes more of a machine
    // without a GPU than the pages themselves; what is in them is told by snapshots.
    trace: { mode: 'on-first-retry', screenshots: false },
    screenshot: 'only-on-failure',
    // Each page would keep all of the product for later, which only tests of that need.
    serviceWorkers: 'block',
    launchOptions: launched(headlessShell),
  },
});
