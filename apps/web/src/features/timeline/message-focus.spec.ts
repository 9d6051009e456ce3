import { Component, type ElementRef, signal, viewChild } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { page } from '../../platform/testing/page';
import { MessageFocus } from './message-focus';

const { render, screen, settled, user } = page();

/** A log between a room's header and its composer, with everything that a message may hold. */
@Component({
  selector: 'dcc-log-of-a-room',
  template: `
    <button type="button">Members</button>
    <div role="log" tabindex="-1" (keydown)="focus.press($event)">
      <div #rows>
        @for (id of ids(); track id) {
          <article tabindex="-1" [attr.aria-label]="id">
            <button type="button">author</button><a href="#">link</a>
            @for (emoji of reactions(); track emoji) {
              <button type="button">{{ emoji }}</button>
            }
            <div role="toolbar"><button type="button">React</button><button type="button">Reply</button></div>
          </article>
          <p>
            <button type="button">after {{ id }}</button>
          </p>
        }
      </div>
    </div>
    <textarea aria-label="Message"></textarea>
  `,
})
class LogOfARoom {
  readonly ids = signal(['one', 'two', 'three']);
  readonly reactions = signal<readonly string[]>([]);
  protected readonly rows = viewChild.required<ElementRef<HTMLElement>>('rows');
  readonly focus = new MessageFocus(this.rows);
}

describe('the focus among the messages', () => {
  const shown = async () => (await render(LogOfARoom)).fixture.componentInstance;
  const composer = () => screen.getByRole('textbox', { name: 'Message' });
  const focused = () => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent.trim();
  };
  const press = async (...keys: readonly string[]) => {
    const seen: (string | undefined)[] = [];
    for (const key of keys) {
      await user.keyboard(key);
      await settled();
      seen.push(focused());
    }
    return seen;
  };
  const back = '{Shift>}{Tab}{/Shift}';

  it('goes from the composer to the last message, and from there to the header, in two steps', async () => {
    await shown();
    composer().focus();
    expect(await press(back, back)).toEqual(['three', 'Members']);
    expect(await press('{Tab}', '{Tab}', '{Tab}')).toEqual(['three', 'author', 'link']);
  });

  it('moves from message to message, and to what stands between them', async () => {
    await shown();
    composer().focus();
    expect(await press(back, '{ArrowUp}', '{ArrowUp}', '{ArrowDown}')).toEqual([
      'three',
      'after two',
      'two',
      'after two',
    ]);
    expect(await press('{Home}', '{ArrowUp}', '{End}', '{ArrowDown}')).toEqual([
      'one',
      'one',
      'after three',
      'after three',
    ]);
  });

  it('moves on from a control of a message too', async () => {
    await shown();
    screen.getAllByRole('link')[1]?.focus();
    expect(await press('{ArrowUp}')).toEqual(['after one']);
  });

  it.each(['{Enter}', '{F2}', '{ArrowRight}'])('reaches the actions of a message with %s', async (key) => {
    await shown();
    composer().focus();
    await press(back);
    expect(await press(key, '{ArrowRight}', '{ArrowRight}')).toEqual(['React', 'Reply', 'Reply']);
    expect(await press('{ArrowLeft}', '{ArrowLeft}')).toEqual(['React', 'three']);
  });

  it('comes back from the header to the message that it left, and from the composer to the last one', async () => {
    await shown();
    composer().focus();
    expect(await press(back, '{Home}', back, '{Tab}')).toEqual(['three', 'one', 'Members', 'one']);
    composer().focus();
    expect(await press(back)).toEqual(['three']);
  });

  it('begins at the message that the user jumped to, until the composer is left again', async () => {
    const { focus } = await shown();
    focus.startAt(screen.getByRole('article', { name: 'one' }));
    composer().focus();
    expect(await press(back, '{ArrowDown}', '{Tab}')).toEqual(['one', 'after one', 'Message']);
    expect(await press(back)).toEqual(['three']);
    focus.startAt(screen.getByRole('article', { name: 'two' }));
    focus.startAt(null);
    composer().focus();
    expect(await press(back)).toEqual(['three']);
  });

  it('keeps one tab stop while messages come, change and go', async () => {
    const room = await shown();
    const tabStops = () =>
      [...document.querySelectorAll<HTMLElement>('article, article *, p button')].filter(
        ({ tabIndex }) => tabIndex === 0,
      );
    room.ids.set(['two', 'three', 'four']);
    room.reactions.set(['👍', '🎉']);
    await settled();
    expect(tabStops().map((stop) => stop.getAttribute('aria-label'))).toEqual(['four']);
    composer().focus();
    await press(back, '{ArrowUp}', '{ArrowUp}');
    room.ids.set(['two', 'four', 'five']);
    await settled();
    expect(tabStops().map((stop) => stop.getAttribute('aria-label'))).toEqual(['five']);
  });
});
