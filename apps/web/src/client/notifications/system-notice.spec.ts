import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { page } from '../../platform/testing/page';
import { garden } from '../testing/people';
import { SystemNotice } from './system-notice';

page();

let shown: unknown[];
const workers = (worker: object | undefined) =>
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { getRegistration: () => Promise.resolve(worker) },
  });

/** As on Android: a page may not show notifications itself. */
const Illegal = function () {
  throw new TypeError('Illegal constructor');
};
const Legal = function (title: string) {
  shown.push(title);
};
const browserHas = (notifications: object) => {
  Object.assign(globalThis, { isSecureContext: true, Notification: notifications });
  Object.assign(window, { Notification: notifications });
};

beforeEach(() => {
  shown = [];
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
});
afterEach(() => {
  for (const name of ['isSecureContext', 'Notification']) Reflect.deleteProperty(globalThis, name);
  Reflect.deleteProperty(navigator, 'serviceWorker');
  TestBed.resetTestingModule();
});
const show = () => TestBed.inject(SystemNotice).show({ roomId: garden.roomId, seq: 7 }, 'Ada', 'Hello');

it('the service worker shows a notification, whose click opens the message', async () => {
  browserHas(Illegal);
  workers({ active: {}, showNotification: (...said: readonly unknown[]) => Promise.resolve(void shown.push(said)) });
  expect(await show()).toBe(true);
  expect(shown).toMatchObject([
    ['Ada', { body: 'Hello', data: { onActionClick: { default: { url: `#/room/${garden.roomId}?at=7` } } } }],
  ]);
});

it('the page shows it where no service worker can', async () => {
  browserHas(Legal);
  workers({ active: {}, showNotification: () => Promise.reject(new TypeError('No permission')) });
  expect([await show(), shown]).toEqual([true, ['Ada']]);
});

it('says that nobody can show it', async () => {
  browserHas(Illegal);
  workers(undefined);
  expect(await show()).toBe(false);
});
