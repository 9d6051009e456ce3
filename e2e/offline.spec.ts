import { expect, test } from './support/fixtures';
import { joinByInvite, message, messages, write } from './support/pages';

// Requires the service worker, which opens the page offline.
test.use({ serviceWorkers: 'allow' });

test('messages written offline survive a closed tab and arrive once, in order', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'offline-ada', 'Ada');
  await joinByInvite(grace, await home.invite(), 'offline-grace', 'Grace');
  await write(ada, 'online still');
  await expect(message(grace, 'online still')).toBeVisible();
  // The page opens offline once its service worker has cached it.
  await ada.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await ada.reload();
  await expect(message(ada, 'online still')).toBeVisible();

  const device = ada.context();
  await device.setOffline(true);
  await expect(ada.getByRole('status', { name: 'Connection' })).toContainText(/offline|reconnecting/i);
  for (const text of ['first unsent', 'second unsent', 'third unsent']) await write(ada, text);
  await expect(message(ada, 'third unsent')).toBeVisible();
  await ada.close();

  const reopened = await device.newPage();
  await reopened.goto(home.product.url);
  await expect(message(reopened, 'online still')).toBeVisible();
  await expect(message(reopened, 'third unsent')).toBeVisible();
  await expect(message(grace, 'first unsent')).toHaveCount(0);

  await device.setOffline(false);
  for (const page of [grace, reopened]) {
    await expect(message(page, 'third unsent')).toBeVisible();
    const unsent = (await messages(page).allInnerTexts()).join('\n').match(/(first|second|third) unsent/g);
    expect(unsent).toEqual(['first unsent', 'second unsent', 'third unsent']);
  }
});

test('a message sent while the page unloads arrives once', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'parting-ada', 'Ada who parts');
  await joinByInvite(grace, await home.invite(), 'parting-grace', 'Grace who stays');
  // Without a connection, only the disk can hold it.
  await ada.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await ada.reload();
  await ada.context().setOffline(true);
  await expect(ada.getByRole('status', { name: 'Connection' })).toContainText(/offline|reconnecting/i);
  const composer = ada.getByRole('textbox', { name: 'Message', exact: true });
  await composer.fill('famous last words');
  await Promise.all([ada.waitForEvent('load'), ada.evaluate(sendAndReload)]);
  await expect(message(ada, 'famous last words')).toBeVisible();
  await expect(composer).toHaveValue('');

  await ada.context().setOffline(false);
  await expect(message(grace, 'famous last words')).toHaveCount(1);
  await expect(message(ada, 'famous last words')).toHaveCount(1);
});

/** Runs in the page, so that no time passes between the two steps. */
const sendAndReload = `(() => {
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  location.reload();
})()`;
