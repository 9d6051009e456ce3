import '@angular/compiler';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OutboxTabs } from './outbox-tabs';

describe('the tabs of an outbox', () => {
  const { navigator, BroadcastChannel } = globalThis;
  const withLocks = (request: LockManager['request']): OutboxTabs => {
    Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { locks: { request } } });
    return new OutboxTabs();
  };

  // One of Node's own channels would keep the process alive.
  beforeEach(() => Object.assign(globalThis, { addEventListener: () => undefined, BroadcastChannel: undefined }));

  afterEach(() => {
    Object.defineProperty(globalThis, 'navigator', { configurable: true, value: navigator });
    Object.assign(globalThis, { BroadcastChannel });
    Reflect.deleteProperty(globalThis, 'addEventListener');
  });

  it.each([
    [
      'throws',
      () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    ],
    ['is refused', () => Promise.reject(new DOMException('blocked', 'SecurityError'))],
  ])('all send if requesting the lock %s', async (_what, request) => {
    const tabs = withLocks(request);
    tabs.stepForward();
    await Promise.resolve();
    await Promise.resolve();
    expect(tabs.isSender()).toBe(true);
  });

  it('send alongside the lock holder once it counts as hanging, while they are online', () => {
    const tabs = withLocks(() => new Promise(() => undefined));
    tabs.stepForward();
    expect(tabs.isSender()).toBe(false);
    tabs.stopWaiting();
    expect(tabs.isSender()).toBe(true);
    tabs.stepBack();
    tabs.stopWaiting();
    expect(tabs.isSender()).toBe(false);
  });
});
