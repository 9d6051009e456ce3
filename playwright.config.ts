import { defineConfig } from '@playwright/test';
import { execFileSync } from 'node:child_process';

/** Returns the path of the first of these programs that is installed. */
function installed(...names: readonly string[]): string | undefined {
  const found = names.map((name) => `command -v ${name}`).join(' || ');
  try {
    return execFileSync('sh', ['-c', found], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** The system's Chromium, or undefined for Playwright's own. */
const chromium = installed('chromium', 'chromium-browser', 'google-chrome');

/** Chromium without a user interface, which takes a third less time per test. */
const headlessShell = installed('chromium-headless-shell') ?? chromium;

/** Launch options with simulated microphone, camera and screen, without permission prompts. */
const launched = (executablePath: string | undefined) => ({
  ...(executablePath === undefined ? {} : { executablePath }),
  // Test machines have no GPU, and software rendering is cheaper when Chromium knows.
  args: [
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    // A network name, which is not a secure context over plain HTTP.
    '--host-resolver-rules=MAP chat.lan 127.0.0.1',
  ],
});

/** Tests of calls need full Chromium: the headless shell has no audio output devices. */
const calls = 'call*.spec.ts';

export default defineConfig({
  testDir: 'e2e',
  // Parallel runs must not clear each other's folder.
  outputDir: process.env['E2E_OUTPUT_DIR'] ?? 'test-results/e2e',
  // Generous, for slow and busy machines: the limits only end tests that would never finish.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // A retry separates flaky failures from permanent ones; both count as failures.
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
      // One system in containers at a time; its tests run one after another.
      workers: 1,
    },
    // Every kind and length of absence from a call takes half an hour, so `npm test` leaves it out.
    {
      name: 'absences',
      testMatch: 'absences/**',
      timeout: 3_600_000,
      retries: 0,
      use: { launchOptions: launched(chromium) },
    },
    // Screenshots for people to look at, without assertions; `npm test` leaves them out.
    { name: 'looks', testMatch: 'looks/**', use: { launchOptions: launched(chromium) } },
  ],
  use: {
    // Tracing slows a test down, so only retries are traced. Without a GPU, recording screenshots costs more than the
    // pages themselves; the trace has DOM snapshots instead.
    trace: { mode: 'on-first-retry', screenshots: false },
    screenshot: 'only-on-failure',
    // A service worker would cache the whole app in each browser context, which only its own tests need.
    serviceWorkers: 'block',
    launchOptions: launched(headlessShell),
  },
});
