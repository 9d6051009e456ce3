import { signal } from '@angular/core';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Quiet } from '../../client/notifications/notice-policy';
import { NotificationSettings } from '../../client/notifications/notification-settings';
import { SystemNotice } from '../../client/notifications/system-notice';
import { page } from '../../platform/testing/page';
import { NotificationChoice } from './notification-choice';

const { render, screen, settled, user } = page();

const hour = 3_600_000;

/** Sets the notification permission of the page; `null` for a browser without notifications. */
function browserHas(permission: NotificationPermission | null): void {
  Object.assign(globalThis, { isSecureContext: permission !== null });
  Object.assign(window, { Notification: {} });
  Object.assign(globalThis, { Notification: { permission } });
}

describe('the choice of notifications', () => {
  const isOn = signal(false);
  const quiet = signal<Quiet>(null);
  let mayTurnOn: boolean;
  beforeEach(() => {
    isOn.set(false);
    quiet.set(null);
    mayTurnOn = true;
    browserHas('default');
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'Notification');
    Reflect.deleteProperty(globalThis, 'isSecureContext');
  });
  const shown = (isShown = true) =>
    render(NotificationChoice, {
      providers: [
        { provide: SystemNotice, useValue: { test: () => Promise.resolve(isShown) } },
        {
          provide: NotificationSettings,
          useValue: {
            isOn,
            quiet,
            turnOn: () => {
              isOn.set(mayTurnOn);
              return Promise.resolve(mayTurnOn);
            },
            turnOff: () => {
              isOn.set(false);
            },
            chooseQuiet: (chosen: Quiet) => {
              quiet.set(chosen);
            },
          },
        },
      ],
    });
  const buttons = () => screen.queryAllByRole('button').map((button) => button.textContent.trim());
  const click = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));

  it('offers nothing where the browser has no notifications', async () => {
    browserHas(null);
    await shown();
    expect(buttons()).toEqual([]);
    expect(screen.getByText(/HTTPS/)).toBeTruthy();
  });

  it('turns notifications on and off', async () => {
    await shown();
    await click('Turn on notifications');
    expect(isOn()).toBe(true);
    await click('Turn off notifications');
    expect(isOn()).toBe(false);
    expect(buttons()).toEqual(['Turn on notifications']);
  });

  it.each([
    [true, /^Sent\./],
    [false, /doesn’t show notifications/],
  ])('sends a test, and says what came of it: shown is %s', async (isShown, words) => {
    isOn.set(true);
    await shown(isShown);
    await click('Send me a test');
    expect(screen.getByRole('status', { name: 'Test' }).textContent).toMatch(words);
    const promise = screen.queryByText('You’re notified as you chose in each room.');
    expect(promise !== null).toBe(isShown);
  });

  it('says that the browser blocks them, once it does', async () => {
    mayTurnOn = false;
    await shown();
    expect(screen.queryByRole('alert')).toBeNull();
    await click('Turn on notifications');
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('says from the start that the browser has blocked them before', async () => {
    browserHas('denied');
    await shown();
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('pauses notifications for an hour, and ends the pause', async () => {
    isOn.set(true);
    await shown();
    const before = Date.now();
    await click('For an hour');
    expect(Number(quiet()) - before).toBeGreaterThanOrEqual(hour - 2_000);
    expect(Number(quiet()) - before).toBeLessThan(hour + 60_000);
    await click('Notify me again');
    expect(quiet()).toBeNull();
  });

  it('pauses notifications until eight in the morning', async () => {
    isOn.set(true);
    await shown();
    await click('Until the morning');
    expect(new Date(Number(quiet())).getHours()).toBe(8);
    expect(Number(quiet())).toBeGreaterThan(Date.now());
  });

  it('pauses notifications without an end', async () => {
    isOn.set(true);
    await shown();
    const usual = screen.getAllByRole('status').at(-1)!.textContent;
    await click(/^Until I /);
    expect(typeof quiet()).toBe('string');
    expect(screen.getAllByRole('status').at(-1)!.textContent).not.toBe(usual);
    expect(buttons()).toContain('Notify me again');
  });

  it('offers a new pause once the last one is over', async () => {
    isOn.set(true);
    quiet.set(Date.now() - hour);
    await shown();
    await settled();
    expect(buttons()).toContain('For an hour');
    expect(buttons()).not.toContain('Notify me again');
  });
});
