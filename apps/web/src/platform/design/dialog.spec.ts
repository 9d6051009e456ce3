import { Component, signal } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { page } from '../testing/page';
import { Dialog } from './dialog';

@Component({
  selector: 'dcc-opener',
  imports: [Dialog],
  template: `
    <button type="button" (click)="open.set(true)">Open</button>
    @if (open()) {
      <dcc-dialog heading="Leave this room?" (closed)="open.set(false)">
        <button type="button">Leave</button>
      </dcc-dialog>
    }
  `,
})
class Opener {
  readonly open = signal(false);
}

/** As a message, whose actions are on the page only while it has the focus. */
@Component({
  selector: 'dcc-message-with-actions',
  imports: [Dialog],
  template: `
    <article tabindex="-1">
      @if (!isLeft()) {
        <button type="button" (click)="open.set(true)">React</button>
      }
    </article>
    @if (open()) {
      <dcc-dialog heading="React" (closed)="open.set(false)" />
    }
  `,
})
class MessageWithActions {
  readonly open = signal(false);
  readonly isLeft = signal(false);
}

const { render, screen, settled, user } = page();

describe('a dialog', () => {
  it('is named by its heading and shows its content', async () => {
    await render(Opener);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    const dialog = screen.getByRole('dialog', { name: 'Leave this room?' });
    expect(dialog.contains(screen.getByRole('button', { name: 'Leave' }))).toBe(true);
  });

  it('closes with its button and returns the focus', async () => {
    await render(Opener);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open' }));
  });

  it('returns the focus to the message whose action opened it', async () => {
    const { fixture } = await render(MessageWithActions);
    await user.click(screen.getByRole('button', { name: 'React' }));
    fixture.componentInstance.isLeft.set(true);
    await settled();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(document.activeElement).toBe(screen.getByRole('article'));
  });
});
