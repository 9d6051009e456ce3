import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { everythingKept } from './support/browser-storage';
import { expect, test } from './support/fixtures';
import { actOn, message, messages, twoIn, write } from './support/pages';

const editor = (page: Page) => page.getByRole('textbox', { name: 'Edited message' });

/** A mark of a message stands in one line. */
async function oneLine(mark: Locator) {
  await expect(mark).toBeVisible();
  const { width, height } = (await mark.boundingBox()) ?? { width: 0, height: 0 };
  expect(height).toBeLessThan(24);
  expect(width).toBeGreaterThan(40);
}

test('the arrow key edits the last message, and everyone can see its earlier versions', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('editing', home, newPerson);
  await write(ada, 'Se you at eight');
  await expect(message(grace, 'Se you at eight')).toBeVisible();

  const composer = ada.getByRole('textbox', { name: 'Message', exact: true });
  await composer.press('ArrowUp');
  await expect(editor(ada)).toHaveValue('Se you at eight');
  await oneLine(message(ada, 'Se you at eight').getByText('Editing', { exact: true }));
  await editor(ada).fill('never mind');
  await editor(ada).press('Escape');
  await expect(composer).toHaveValue('');
  await composer.press('ArrowUp');
  await editor(ada).fill('See you at eight');
  await editor(ada).press('Enter');

  for (const page of [ada, grace]) {
    await expect(message(page, 'See you at eight')).toHaveCount(1);
    await expect(message(page, 'Se you at eight')).toHaveCount(0);
    await expect(messages(page)).toHaveCount(1);
  }
  await message(grace, 'See you at eight').getByRole('button', { name: 'edited' }).click();
  const history = grace.getByRole('dialog', { name: 'Edit history' });
  await expect(history.getByRole('listitem')).toHaveText([/^Edited.*See you at eight$/s, /^Sent.*Se you at eight$/s]);
});

test('a deleted message disappears for everyone and from the browsers’ storage', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('deleting', home, newPerson);
  await write(grace, 'a word too much');
  await write(grace, 'and one that stays');
  await expect(message(ada, 'and one that stays')).toBeVisible();

  await actOn(grace, 'a word too much', 'Delete');
  await grace.getByRole('dialog', { name: 'Delete your message?' }).getByRole('button', { name: 'Keep it' }).click();
  await actOn(grace, 'a word too much', 'Delete');
  await grace.getByRole('button', { name: 'Delete message' }).click();
  for (const page of [ada, grace]) {
    // Deleted at once and by its author, it leaves nothing in its place.
    await expect(message(page, 'a word too much')).toHaveCount(0);
    await page.reload();
    await expect(message(page, 'and one that stays')).toHaveCount(1);
    await expect(messages(page)).toHaveCount(1);
  }
  await expect.poll(() => everythingKept(ada)).not.toContain('a word too much');
  expect(await everythingKept(ada)).toContain('and one that stays');

  await actOn(ada, 'and one that stays', 'Delete');
  await ada.getByRole('textbox', { name: 'Reason' }).fill('Wrong room');
  await ada.getByRole('button', { name: 'Delete message' }).click();
  await expect(message(grace, 'Deleted by Ada: Wrong room')).toHaveCount(1);
});

test('edits and deletions wait for the network, and conflicts are reported', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('away', home, newPerson);
  for (const text of ['first', 'second', 'third', 'fourth']) await write(ada, text);
  await expect(message(grace, 'fourth')).toBeVisible();

  await ada.context().setOffline(true);
  await expect(ada.getByRole('status', { name: 'Connection' })).toContainText(/offline|reconnecting/i);
  await edit(ada, 'first', 'first, edited offline');
  await edit(ada, 'second', 'second, edited offline');
  await edit(ada, 'fourth', 'fourth, edited offline');
  await actOn(ada, 'third', 'Delete');
  await ada.getByRole('button', { name: 'Delete message' }).click();
  await expect(message(ada, 'third')).toHaveCount(0);
  await expect(message(grace, 'third')).toHaveCount(1);
  const elsewhere = await ada
    .context()
    .browser()!
    .newContext({ storageState: await ada.context().storageState() });
  const other = await elsewhere.newPage();
  await other.goto(ada.url());
  await edit(other, 'second', 'second, edited on the phone');
  await actOn(other, 'fourth', 'Delete');
  await other.getByRole('button', { name: 'Delete message' }).click();
  await expect(message(grace, 'second, edited on the phone')).toBeVisible();
  await expect(message(grace, 'fourth')).toHaveCount(0);
  await elsewhere.close();

  await ada.context().setOffline(false);
  await expect(message(grace, 'first, edited offline')).toBeVisible();
  await expect(message(grace, 'third')).toHaveCount(0);
  const gone = message(ada, 'Your edit “fourth, edited offline” was not saved.');
  await expect(gone).toContainText('The message has been deleted.');
  await expect(gone.getByRole('button', { name: 'Discard' })).toBeVisible();
  await expect(gone.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  const conflict = message(ada, 'second, edited on the phone');
  await expect(conflict).toContainText('Your edit “second, edited offline” was not saved.');
  await expect(conflict).toContainText('edited on another device');
  await expectAccessible(ada, 'edits that were not saved');
  await conflict.getByRole('button', { name: 'Retry' }).click();
  await expect(message(grace, 'second, edited offline')).toBeVisible();
});

async function edit(page: Page, before: string, after: string): Promise<void> {
  await actOn(page, before, 'Edit');
  await editor(page).fill(after);
  await editor(page).press('Enter');
  await expect(message(page, after)).toBeVisible();
}

test('a reply links back to its message', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('answers', home, newPerson);
  await write(ada, 'What is for dinner?');
  for (let at = 1; at <= 40; at++) await write(ada, `meanwhile ${String(at)}`);
  await expect(message(grace, 'meanwhile 40')).toBeVisible();
  await message(grace, 'What is for dinner?').scrollIntoViewIfNeeded();
  await actOn(grace, 'What is for dinner?', 'Reply');
  await expect(grace.getByText('Replying to')).toBeVisible();
  await write(grace, 'Soup.');

  const answer = messages(ada).filter({ hasText: 'Soup.' });
  await expect(answer).toContainText('Ada What is for dinner?');
  await answer.getByRole('button', { name: 'In reply to' }).click();
  await expect(
    messages(ada)
      .filter({ hasText: /What is for dinner\?$/ })
      .first(),
  ).toBeInViewport();
});

test('reactions can be added and removed, also offline', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('reacting', home, newPerson);
  await write(ada, 'It works!');
  await expect(message(grace, 'It works!')).toBeVisible();
  await actOn(grace, 'It works!', 'React');
  await grace.getByRole('searchbox', { name: 'Search emoji' }).fill('tada');
  await grace.keyboard.press('Enter');

  const chip = (page: Page, name: string) => message(page, 'It works!').getByRole('button', { name });
  await expect(chip(ada, '🎉, 1: Grace')).toHaveAttribute('aria-pressed', 'false');
  await ada.context().setOffline(true);
  await chip(ada, '🎉, 1: Grace').click();
  await expect(chip(ada, '🎉, 2: Grace, Ada')).toHaveAttribute('aria-pressed', 'true');
  await ada.context().setOffline(false);
  await expect(chip(grace, '🎉, 2: Grace, Ada')).toBeVisible();
  await chip(grace, '🎉, 2: Grace, Ada').click();
  await expect(chip(ada, '🎉, 1: Ada')).toBeVisible();
});

test('everyone can find a pinned message', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('pinning', home, newPerson);
  await write(ada, 'The door code is in the kitchen');
  await write(ada, 'Bring cake');
  await expect(message(grace, 'Bring cake')).toBeVisible();
  await actOn(grace, 'The door code is in the kitchen', 'Pin');
  await oneLine(message(ada, 'The door code').getByText('Pinned', { exact: true }));
  await ada.getByRole('button', { name: 'Pinned messages', exact: true }).click();
  const panel = ada.getByRole('complementary', { name: 'Pinned messages' });
  await expect(panel.getByRole('listitem')).toContainText('The door code is in the kitchen');
  await panel.getByRole('link').click();
  await expect(message(ada, 'The door code')).toBeInViewport();
  await panel.getByRole('button', { name: 'Unpin' }).click();
  await expect(panel).toContainText('No pinned messages.');
});

test('people are mentioned by name with completion, and only the owner may mention everyone', async ({
  home,
  newPerson,
}) => {
  const [ada, grace] = await twoIn('mentions', home, newPerson);
  const composer = grace.getByRole('textbox', { name: 'Message', exact: true });
  await composer.pressSequentially('thanks @mentions-a');
  const offered = grace.getByRole('listbox', { name: 'People to mention' }).getByRole('option');
  await expect(offered).toHaveText([/@mentions-ada.*Ada/]);
  await composer.press('Enter');
  await expect(composer).toHaveValue('thanks @mentions-ada ');
  await composer.press('Enter');
  await expect(message(ada, 'thanks @Ada')).toHaveClass(/mentions-me/);
  await expect(message(grace, 'thanks @Ada')).not.toHaveClass(/mentions-me/);

  await message(grace, 'thanks @Ada').getByRole('button', { name: '@Ada' }).click();
  await grace.getByRole('dialog', { name: 'Ada' }).getByRole('button', { name: 'Close' }).click();
  await message(grace, 'thanks @Ada').locator('.text').selectText();
  await grace.keyboard.press('ControlOrMeta+c');
  await composer.focus();
  await composer.press('ControlOrMeta+v');
  await expect(composer).toHaveValue(/^thanks @mentions-ada\s*$/);
  await composer.fill('');

  await write(grace, '@everyone listen');
  await expect(message(ada, '@everyone listen')).not.toHaveClass(/mentions-me/);
  await write(ada, '@everyone dinner');
  await expect(message(grace, '@everyone dinner')).toHaveClass(/mentions-me/);
  await edit(ada, '@everyone dinner', 'no dinner');
  await expect(message(grace, 'no dinner')).not.toHaveClass(/mentions-me/);
});

test('Markdown is rendered, and HTML is shown as text', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('markdown', home, newPerson);
  await write(
    ada,
    '**bold** and `code`\n```\nconst a = 1;\n```\n- one\n- two\n||the butler|| <img src=x onerror=alert(1)>',
  );
  const shown = message(grace, 'bold');
  await expect(shown.locator('strong')).toHaveText('bold');
  await expect(shown.locator('pre')).toHaveText('const a = 1;');
  await expect(shown.getByRole('listitem')).toHaveText(['one', 'two']);
  await expect(shown).toContainText('<img src=x onerror=alert(1)>');
  await expect(shown.getByText('the butler')).toHaveCount(0);
  await shown.getByRole('button', { name: 'Spoiler' }).click();
  await expect(shown.getByText('the butler')).toBeVisible();
  await shown.getByRole('button', { name: 'Copy' }).click();
  await expect(shown.getByRole('button', { name: 'Copied' })).toBeVisible();
});
