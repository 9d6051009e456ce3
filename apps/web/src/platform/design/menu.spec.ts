import { Component, signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { page } from '../testing/page';
import { Menu } from './menu';

@Component({
  selector: 'dcc-page-with-menu',
  imports: [Menu],
  template: `
    <dcc-menu label="Room actions">
      @for (action of ['Edit', 'Leave', 'Delete']; track action) {
        <button type="button" role="menuitem" (click)="done.set(action)">{{ action }}</button>
      }
    </dcc-menu>
    <p>Elsewhere</p>
  `,
})
class PageWithMenu {
  readonly done = signal('');
}

const { render, screen, user } = page();

describe('a menu', () => {
  let done: () => string;
  beforeEach(async () => {
    const { fixture } = await render(PageWithMenu);
    done = fixture.componentInstance.done;
  });
  const button = () => screen.getByRole('button', { name: 'Room actions' });
  const focused = () => document.activeElement?.textContent;
  const isOpen = () => button().getAttribute('aria-expanded') === 'true' && screen.queryByRole('menu') !== null;

  it('is closed until the user clicks its button, and then focuses its first entry', async () => {
    expect(isOpen()).toBe(false);
    await user.click(button());
    expect(isOpen()).toBe(true);
    expect(focused()).toBe('Edit');
  });

  it('is navigated with the arrow keys, Home and End', async () => {
    await user.click(button());
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('Leave');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(focused()).toBe('Delete');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('Edit');
    await user.keyboard('{End}');
    expect(focused()).toBe('Delete');
    await user.keyboard('{Home}');
    expect(focused()).toBe('Edit');
  });

  it('closes after a choice, and returns the focus to its button', async () => {
    await user.click(button());
    await user.click(screen.getByRole('menuitem', { name: 'Leave' }));
    expect(done()).toBe('Leave');
    expect(isOpen()).toBe(false);
    expect(document.activeElement).toBe(button());
  });

  it('closes with Escape and with a click elsewhere, and chooses nothing', async () => {
    await user.click(button());
    await user.keyboard('{Escape}');
    expect(isOpen()).toBe(false);
    await user.click(button());
    await user.click(screen.getByText('Elsewhere'));
    expect(isOpen()).toBe(false);
    expect(done()).toBe('');
  });
});
