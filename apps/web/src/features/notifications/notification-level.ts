import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Room } from '@devchitchat/contracts';
import type { Label } from '../../platform/language/text';
import { Translate } from '../../platform/language/translate';
import { RoomNames } from '../../client/rooms/room-names';
import { Dialog } from '../../platform/design/dialog';
import { notificationLevels, type NotificationLevel } from '../../client/notifications/notice-policy';
import { NotificationSettings } from '../../client/notifications/notification-settings';

const labels: Readonly<Record<NotificationLevel, Label>> = {
  all: 'All messages',
  mentions: 'Only when I’m mentioned',
  nothing: 'Nothing',
};

/** The notification level of one room on this device. */
@Component({
  selector: 'dcc-notification-level',
  imports: [Dialog, RouterLink, Translate],
  template: `
    <dcc-dialog
      [heading]="'Notifications of {room}' | t: { room: names.ofId(room().roomId) ?? '' }"
      (closed)="closed.emit()"
    >
      <div class="choices" role="radiogroup" [attr.aria-label]="'Notifications' | t">
        @for (level of levels; track level) {
          <label class="check">
            <input
              type="radio"
              name="notification-level"
              [value]="level"
              [checked]="settings.levelOf(room()) === level"
              (change)="settings.chooseLevel(room().roomId, level)"
            />
            <span>{{ labels[level] | t }}</span>
          </label>
        }
      </div>
      @if (!settings.isOn()) {
        <p class="lede">
          {{ 'Notifications are off in this browser.' | t }}
          <a routerLink="/settings" (click)="closed.emit()">{{ 'Turn them on in the settings' | t }}</a>
        </p>
      }
      <div class="actions">
        <button type="button" class="primary" (click)="closed.emit()">{{ 'Done' | t }}</button>
      </div>
    </dcc-dialog>
  `,
})
export class NotificationLevelChoice {
  readonly room = input.required<Room>();
  readonly closed = output();
  protected readonly names = inject(RoomNames);
  protected readonly settings = inject(NotificationSettings);
  protected readonly levels = notificationLevels;
  protected readonly labels = labels;
}
