import { Component, inject } from '@angular/core';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { JumpToDate } from '../../features/timeline/jump-to-date';
import { CommandPalette } from './command-palette';
import { EarlyKeys } from './early-keys';
import { Overlay } from './overlay';
import { RoomSteps } from './room-steps';
import { ShortcutSheet } from './shortcut-sheet';
import { shortcutOf, type Shortcut } from './shortcuts';

/** The page-wide keyboard shortcuts, and the dialogs they open. */
@Component({
  selector: 'dcc-keyboard',
  imports: [CommandPalette, JumpToDate, ShortcutSheet],
  providers: [EarlyKeys, RoomSteps],
  host: { '(document:keydown)': 'pressed($event)' },
  template: `
    @defer (when overlay.opened() === 'palette'; prefetch on idle) {
      @if (overlay.opened() === 'palette') {
        <dcc-command-palette (closed)="overlay.close()" />
      }
    }
    @defer (when overlay.opened() === 'shortcuts'; prefetch on idle) {
      @if (overlay.opened() === 'shortcuts') {
        <dcc-shortcut-sheet (closed)="overlay.close()" />
      }
    }
    @defer (when overlay.opened() === 'jump'; prefetch on idle) {
      @if (overlay.opened() === 'jump') {
        @if (onPage.roomId(); as roomId) {
          <dcc-jump-to-date [roomId]="roomId" (closed)="overlay.close()" />
        }
      }
    }
  `,
})
export class Keyboard {
  protected readonly overlay = inject(Overlay);
  protected readonly onPage = inject(RoomOnPage);
  private readonly steps = inject(RoomSteps);
  private readonly early = inject(EarlyKeys);

  protected pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const shortcut = leavesSearch(event) ? 'composer' : shortcutOf(event, isWriting(event.target));
    if (shortcut && this.act(shortcut)) event.preventDefault();
  }

  /** False if the shortcut does not apply: then the browser handles the key. */
  private act(shortcut: Shortcut): boolean {
    switch (shortcut) {
      case 'palette':
        this.early.begin(() => this.overlay.close());
        this.overlay.open('palette');
        return true;
      case 'sheet':
        this.overlay.open('shortcuts');
        return true;
      case 'search':
        return focus('dcc-search-box input');
      case 'composer':
        return focus('dcc-composer textarea');
      case 'next room':
        this.steps.step(1, false);
        return true;
      case 'previous room':
        this.steps.step(-1, false);
        return true;
      case 'next unread':
        this.steps.step(1, true);
        return true;
      case 'previous unread':
        this.steps.step(-1, true);
        return true;
    }
  }
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** The first Escape clears the search, the second leaves it. */
const leavesSearch = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Escape' && target instanceof HTMLInputElement && target.type === 'search' && target.value === '';

function focus(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null;
}
