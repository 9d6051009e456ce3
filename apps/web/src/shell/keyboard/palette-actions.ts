import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { Session } from '../../client/session/session';
import { Jump } from '../../client/timeline/jump';
import type { IconName } from '../../platform/design/icon';
import { Theme } from '../../platform/design/theme';
import { t } from '../../platform/language/t';
import type { Label } from '../../platform/language/text';
import { Overlay, type OverlayName } from './overlay';
import { action, type PaletteEntry } from './palette-entry';

/** The palette's actions that are currently possible. */
@Injectable()
export class PaletteActions {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly overlay = inject(Overlay);
  private readonly onPage = inject(RoomOnPage);
  private readonly jump = inject(Jump);
  private readonly theme = inject(Theme);

  historyEntries(): readonly PaletteEntry[] {
    const here = this.onPage.roomId();
    if (here === null) return [];
    return [
      this.opening('Jump to date', 'calendar', 'jump'),
      action('Jump to the beginning', 'up', () => void this.jump.toBeginning(here)),
    ];
  }

  pageEntries(): readonly PaletteEntry[] {
    const isLight = this.theme.name() === 'light';
    return [
      this.opening('New room', 'plus', 'new-room'),
      this.opening('Browse rooms', 'compass', 'browse'),
      ...(this.session.mayInvite() ? [this.opening('Invite people', 'add-person', 'invite')] : []),
      this.page('Settings', 'gear', '/settings'),
      ...(this.session.isAdmin()
        ? [
            this.page('People', 'people', '/people'),
            this.page('Bots', 'bot', '/bots'),
            this.page('Diagnostics', 'pulse', '/diagnostics'),
          ]
        : []),
      action(isLight ? 'Dark colours' : 'Light colours', 'smile', () => this.theme.choose(isLight ? 'dark' : 'light')),
      this.opening('Keyboard shortcuts', 'keyboard', 'shortcuts'),
    ];
  }

  /** Looks in the directory, which has the rooms that the user has not joined. */
  browsingFor(words: string): PaletteEntry {
    const found = action('Browse rooms', 'compass', () => this.overlay.open('browse', words));
    return { ...found, key: 'browse for', label: t('Browse rooms for “{words}”', { words }) };
  }

  private opening(label: Label, icon: IconName, overlay: OverlayName): PaletteEntry {
    return action(label, icon, () => this.overlay.open(overlay));
  }

  private page(label: Label, icon: IconName, path: string): PaletteEntry {
    return action(label, icon, () => void this.router.navigate([path]));
  }
}
