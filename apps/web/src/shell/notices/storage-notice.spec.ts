import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { browserCache } from '../../client/cache/browser-cache';
import { page } from '../../platform/testing/page';
import { NewVersionNotice } from './new-version-notice';
import { StorageNotice } from './storage-notice';

const { render, screen, settled, user } = page();

describe('the notice of a browser that stores nothing', () => {
  const keeps = signal(true);
  beforeEach(() => {
    keeps.set(true);
  });
  const shown = () => render(StorageNotice, { providers: [{ provide: browserCache, useValue: { keeps } }] });
  const notice = () => screen.queryByRole('status', { name: 'Storage' });

  it('appears once the browser fails to store something', async () => {
    await shown();
    expect(notice()).toBeNull();
    keeps.set(false);
    await settled();
    expect(notice()).not.toBeNull();
  });

  it('stays dismissed', async () => {
    keeps.set(false);
    await shown();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(notice()).toBeNull();
    keeps.set(true);
    keeps.set(false);
    await settled();
    expect(notice()).toBeNull();
  });
});

describe('the notice of a new version', () => {
  const notice = () => screen.queryByRole('status', { name: 'New version' });

  it('stays until the user says “Later”', async () => {
    await render(NewVersionNotice);
    expect(notice()).not.toBeNull();
    await user.click(screen.getByRole('button', { name: 'Later' }));
    expect(notice()).toBeNull();
  });

  it('reloads the page when asked', async () => {
    const { location } = globalThis;
    let reloads = 0;
    Object.assign(globalThis, { location: { reload: () => (reloads += 1) } });
    try {
      await render(NewVersionNotice);
      await user.click(screen.getByRole('button', { name: 'Reload' }));
      expect(reloads).toBe(1);
    } finally {
      Object.assign(globalThis, { location });
    }
  });
});
