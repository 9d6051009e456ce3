import { Component, input } from '@angular/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ada, bob, peopleHere, signedInAs } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { MessageText } from './message-text';

const { render, screen, user, settled } = page();

@Component({
  imports: [MessageText],
  template: `<div role="article" [dccMessageText]="text()" [everyone]="everyone()"></div>`,
})
class Host {
  readonly text = input.required<string>();
  readonly everyone = input(false);
}

describe('the text of a message', () => {
  const shown = (text: string, everyone = false) =>
    render(Host, { inputs: { text, everyone }, providers: [signedInAs(bob), peopleHere(ada, bob)] });
  const article = () => screen.getByRole('article');
  const mentions = () =>
    [...article().querySelectorAll('.mention')].map((mention) => [mention.textContent, mention.className]);

  it('shows markup that people typed as text', async () => {
    await shown('<img src=x onerror=alert(1)> **bold**');
    expect(article().querySelector('img')).toBeNull();
    expect(article().textContent).toBe('<img src=x onerror=alert(1)> bold');
    expect(article().querySelector('strong')?.textContent).toBe('bold');
  });

  it('marks people it mentions, the reader above all, and leaves unknown names alone', async () => {
    await shown('@ada @bob @nobody');
    expect(mentions()).toEqual([
      ['@Ada', 'mention'],
      ['@Bob', 'mention me'],
    ]);
    expect(article().textContent).toBe('@Ada @Bob @nobody');
  });

  it.each([
    ['@ada שיהיה לך יום טוב.', 'p'],
    ['> @nobody تحية', 'blockquote'],
    ['- https://example.org סוף.', 'li'],
    ['1. `code` اول', 'li'],
  ])('is written from the side of its words, whatever it begins with: %s', async (text, block) => {
    await shown(text);
    const [written] = article().querySelectorAll<HTMLElement>(block);
    expect(written?.dir).toBe('auto');
    // The browser skips what has a direction of its own.
    const counted = [...(written?.childNodes ?? [])].filter(
      (part) => !(part instanceof HTMLElement && (part.dir !== '' || part.localName === 'bdi')),
    );
    expect(counted.map(({ textContent }) => textContent).join('')).not.toMatch(/[a-z]/);
  });

  it('writes code from left to right', async () => {
    await shown('```\nשלום = 1\n```');
    expect(article().querySelector('pre')?.dir).toBe('ltr');
  });

  it.each([
    ['marks @everyone of an author who may mention everyone', true, [['@everyone', 'mention me']]],
    ['does not mark @everyone of another author', false, []],
  ])('%s', async (_, everyone, marked) => {
    await shown('@everyone', everyone);
    expect(mentions()).toEqual(marked);
  });

  it('keeps a spoiler out of the page until the reader reveals it, and then focuses it', async () => {
    await shown('The butler: ||**Ada** did it||');
    expect(article().textContent).not.toContain('did it');
    await user.click(screen.getByRole('button', { name: 'Spoiler' }));
    const spoiler = screen.getByText('Ada').parentElement;
    expect(article().textContent).toBe('The butler: Ada did it');
    expect(document.activeElement).toBe(spoiler);
  });

  it('keeps the blocks of a spoiler out of the page until the reader reveals it', async () => {
    await shown('||\n- the butler\n- @ada\n||');
    expect(article().textContent).toBe('Spoiler');
    await user.click(screen.getByRole('button', { name: 'Spoiler' }));
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['the butler', '@Ada']);
  });

  it('marks no more people than a message can mention', async () => {
    await shown(`${Array.from({ length: 100 }, (_, at) => `@p${String(at)}`).join(' ')} @ada`);
    expect(mentions()).toEqual([]);
  });

  it('opens links in another tab, which learns nothing of this one', async () => {
    await shown('See https://example.org/a');
    const link = screen.getByRole<HTMLAnchorElement>('link');
    expect([link.href, link.target]).toEqual(['https://example.org/a', '_blank']);
    expect(link.rel).toContain('noopener noreferrer');
  });

  it('is drawn anew after an edit', async () => {
    const { fixture } = await shown('one');
    fixture.componentRef.setInput('text', 'two');
    await settled();
    expect(article().textContent).toBe('two');
  });

  describe('with a block of code', () => {
    const { clipboard } = navigator;
    const replaceClipboard = (value: unknown) =>
      Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
    afterEach(() => {
      replaceClipboard(clipboard);
    });

    it('copies the code', async () => {
      const copied: string[] = [];
      await shown('```\nnpm start\n```');
      replaceClipboard({ writeText: (text: string) => Promise.resolve(void copied.push(text)) });
      await user.click(screen.getByRole('button', { name: 'Copy' }));
      expect(copied).toEqual(['npm start']);
      expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy();
    });
  });
});
