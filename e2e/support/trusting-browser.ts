import { chromium, type Browser, type LaunchOptions } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Chromium with an installed certificate authority, as installed through the page `/ca`. On Linux, Chromium reads
 * authorities from the user's home, so this one gets its own home folder.
 */
export class TrustingBrowser implements AsyncDisposable {
  private constructor(
    readonly browser: Browser,
    private readonly home: string,
  ) {}

  /** @param authority the certificate, PEM */
  static async open(authority: string, options: LaunchOptions): Promise<TrustingBrowser> {
    const home = await mkdtemp(join(tmpdir(), 'devchitchat-home-'));
    const store = join(home, '.pki', 'nssdb');
    const file = join(home, 'ca.crt');
    await mkdir(store, { recursive: true });
    await writeFile(file, authority);
    await run('certutil', ['-d', `sql:${store}`, '-N', '--empty-password']);
    await run('certutil', ['-d', `sql:${store}`, '-A', '-t', 'C,,', '-n', 'devchitchat', '-i', file]);
    const env = { ...(process.env as Record<string, string>), HOME: home };
    return new TrustingBrowser(await chromium.launch({ ...options, env }), home);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
    await rm(this.home, { recursive: true, force: true });
  }
}
