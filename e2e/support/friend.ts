import { expect, type BrowserContext, type Page } from '@playwright/test';
import { expectInRoom, message } from './pages';

/** Runs in every page: reports what the person does, by the browser's own events. */
const counting = `
for (const [event, what] of [['click', 'clicked'], ['input', 'typed into']]) {
  addEventListener(event, ({ isTrusted, target }) => {
    // A submit by Enter clicks the button too, with no pointer.
    if (!isTrusted) return;
    const named = target.closest('button, a, input, textarea, [contenteditable]') ?? target;
    const name = named.getAttribute('aria-label') ?? named.labels?.[0]?.textContent ?? named.textContent;
    void noteDeed(what + ' ' + name.trim());
  }, { capture: true });
}`;

/** A person who was sent a link, with a count of all that it takes them. */
export class Friend {
  readonly #deeds: string[] = [];
  /** Failed loads of pages, such as a browser's warning about a certificate. */
  readonly brokenPages: string[] = [];

  private constructor(readonly page: Page) {}

  static async arrive(context: BrowserContext): Promise<Friend> {
    const page = await context.newPage();
    const friend = new Friend(page);
    await page.exposeFunction('noteDeed', (deed: string) => void friend.#deeds.push(deed));
    await page.addInitScript(counting);
    page.on('requestfailed', (request) => {
      if (request.isNavigationRequest()) friend.brokenPages.push(`${request.url()} ${request.failure()?.errorText}`);
    });
    return friend;
  }

  get clicks(): readonly string[] {
    return this.#deeds.filter((deed) => deed.startsWith('clicked'));
  }

  /** The fields of forms; the message itself is none. */
  get fields(): readonly string[] {
    const typed = this.#deeds.filter((deed) => deed.startsWith('typed into'));
    return [...new Set(typed)].filter((deed) => deed !== 'typed into Message');
  }

  /** From the page that the link opened to a first message, as somebody with a keyboard and a mouse does it. */
  async joinAndWrite(handle: string, displayName: string, text: string): Promise<void> {
    const { page } = this;
    const nameField = page.getByRole('textbox', { name: 'Display name', exact: true });
    await page.getByRole('textbox', { name: 'Handle', exact: true }).click();
    await page.keyboard.type(handle);
    await page.keyboard.press('Tab');
    await expect(nameField).toBeFocused();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(displayName);
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await expectInRoom(page, 'lobby');
    const composer = page.getByRole('textbox', { name: 'Message', exact: true });
    if ((await page.locator(':focus').and(composer).count()) === 0) await composer.click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(message(page, text)).toHaveCount(1);
  }

  /** At most two fields and three clicks, and no page that the browser refused to show. */
  expectItWasEasy(): void {
    expect(this.fields.length, this.fields.join(', ')).toBeLessThanOrEqual(2);
    expect(this.fields.length).toBeGreaterThan(0);
    expect(this.clicks.length, this.clicks.join(', ')).toBeLessThanOrEqual(3);
    expect(this.clicks.length).toBeGreaterThan(0);
    expect(this.brokenPages).toEqual([]);
  }
}
