import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { UserId } from '@devchitchat/contracts';
import { CallLauncher } from '../../client/call/call-launcher';
import { CurrentCall } from '../../client/call/state/current-call';
import { OwnVoiceState } from '../../client/call/voice/own-voice-state';
import { Directs } from '../../client/directs/directs';
import { t } from '../../platform/language/t';
import type { Label } from '../../platform/language/text';
import { Directory } from '../../client/people/directory';
import { ReadMarks } from '../../client/reading/read-marks';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { Rooms } from '../../client/rooms/rooms';
import { Session } from '../../client/session/session';
import { Theme } from '../../platform/design/theme';
import { Jump } from '../../client/timeline/jump';
import type { IconName } from '../../platform/design/icon';
import { Overlay, type OverlayName } from './overlay';

/** Everything the palette offers, in its order before anything is typed. */
@Injectable()
export class PaletteEntries {
  private readonly rooms = inject(Rooms);
  private readonly directs = inject(Directs);
  private readonly directory = inject(Directory);
  private readonly reading = inject(ReadMarks);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly overlay = inject(Overlay);
  private readonly launcher = inject(CallLauncher);
  private readonly currentCall = inject(CurrentCall);
  private readonly voice = inject(OwnVoiceState);
  private readonly onPage = inject(RoomOnPage);
  private readonly jump = inject(Jump);
  private readonly theme = inject(Theme);

  readonly all = computed<readonly PaletteEntry[]>(() => [
    ...this.places.roomEntries(),
    ...this.places.peopleEntries(),
    ...this.actions.callEntries(),
    ...this.actions.historyEntries(),
    ...this.actions.pageEntries(),
  ]);

  private roomEntries(): readonly PaletteEntry[] {
    const unread = this.reading.unread();
    return this.rooms
      .list()
      .map((room) => ({ room, count: unread.get(room.roomId)?.messages ?? 0 }))
      .sort((one, other) => Math.sign(other.count) - Math.sign(one.count))
      .map(({ room, count }) => ({
        key: room.roomId,
        icon: room.kind === 'private' ? 'lock' : 'hash',
        label: room.name,
        alias: room.topic,
        note: count > 0 ? t('{count} unread', { count }) : t('Room'),
        run: this.goTo('/room', room.roomId),
      }));
  }

  /** Whoever can be written to: choosing somebody opens the conversation with them. */
  private peopleEntries(): readonly PaletteEntry[] {
    const me = this.session.me()?.userId;
    return [...this.directory.users().values()]
      .filter(({ userId, active, isBot }) => userId !== me && active && !isBot)
      .map(({ userId, displayName, handle }) => ({
        key: userId,
        icon: 'people',
        label: displayName,
        alias: handle,
        note: t('Direct message'),
        run: () => void this.write(userId),
      }));
  }

  private async write(userId: UserId): Promise<void> {
    const opened = await this.directs.open([userId]);
    if ('roomId' in opened) await this.router.navigate(['/room', opened.roomId]);
  }

  private callEntries(): readonly PaletteEntry[] {
    const here = this.onPage.roomId();
    const inCall = this.currentCall.roomId();
    return [
      ...(here !== null && here !== inCall
        ? [this.action('Join call', 'phone', () => void this.launcher.join(here))]
        : []),
      ...(inCall === null
        ? []
        : [
            this.action(this.voice.muted() ? 'Unmute' : 'Mute', 'microphone', () => {
              this.voice.toggleMute();
            }),
            this.action(this.voice.deafened() ? 'Undeafen' : 'Deafen', 'headphones', () => {
              this.voice.toggleDeafen();
            }),
            this.action('Leave call', 'hang-up', () => {
              void this.launcher.leave();
            }),
          ]),
    ];
  }

  private historyEntries(): readonly PaletteEntry[] {
    const here = this.onPage.roomId();
    if (here === null) return [];
    return [
      this.opening('Jump to date', 'calendar', 'jump'),
      this.action('Jump to the beginning', 'up', () => void this.jump.toBeginning(here)),
    ];
  }

  private actions(): readonly PaletteEntry[] {
    const isLight = this.theme.name() === 'light';
    return [
      this.opening('New room', 'plus', 'new-room'),
      this.opening('Browse rooms', 'compass', 'browse'),
      ...(this.session.isAdmin() ? [this.opening('Invite people', 'add-person', 'invite')] : []),
      this.action('Settings', 'gear', this.goTo('/settings')),
      ...(this.session.isAdmin()
        ? [
            this.action('People', 'people', this.goTo('/people')),
            this.action('Bots', 'bot', this.goTo('/bots')),
            this.action('Diagnostics', 'pulse', this.goTo('/diagnostics')),
          ]
        : []),
      this.action(isLight ? 'Dark colours' : 'Light colours', 'smile', () => {
        this.theme.choose(isLight ? 'dark' : 'light');
      }),
      this.opening('Keyboard shortcuts', 'keyboard', 'shortcuts'),
    ];
  }

  private action(label: Label, icon: IconName, run: () => void): PaletteEntry {
    // Whoever knows the English word finds it by that, too.
    return { key: label, icon, label: t(label), alias: label, note: t('Action'), run };
  }

  private opening(label: Label, icon: IconName, overlay: OverlayName): PaletteEntry {
    return this.action(label, icon, () => {
      this.overlay.open(overlay);
    });
  }

  private goTo(...path: string[]): () => void {
    return () => void this.router.navigate(path);
  }
}
