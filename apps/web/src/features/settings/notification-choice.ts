import { Component, computed, inject, signal } from '@angular/core';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { serverNow } from '../../platform/time/server-clock';
import { momentOf } from '../../platform/time/times';
import { isQuiet, nextMorning, type Quiet } from '../../client/notifications/notice-policy';
import { SystemNotice } from '../../client/notifications/system-notice';
import { NotificationSettings, permission } from '../../client/notifications/notification-settings';

const hourMs = 3_600_000;

/** Whether this device shows notifications, and when it does not. */
@Component({
  selector: 'dcc-notification-choice',
  imports: [Translate],
  template: `
    <p class="lede">
      {{
        'This device can notify you about mentions and direct messages while you’re looking at something else. Your browser asks you once for permission. Choose what you’re notified about in each room’s menu.'
          | t
      }}
    </p>
    @if (isUnavailable) {
      <p class="notice">{{ 'Your browser only allows notifications on HTTPS.' | t }}</p>
    } @else if (settings.isOn()) {
      <div class="actions start">
        <button type="button" class="secondary" (click)="settings.turnOff()">{{ 'Turn off notifications' | t }}</button>
        <button type="button" class="secondary" (click)="test()">{{ 'Send me a test' | t }}</button>
      </div>
      <p class="note" role="status" [attr.aria-label]="'Test' | t">{{ tested() }}</p>
      <h3>{{ 'Do not disturb' | t }}</h3>
      <p class="lede" role="status">{{ state() }}</p>
      <div class="actions start">
        @if (quiet()) {
          <button type="button" class="secondary" (click)="settings.chooseQuiet(null)">
            {{ 'Notify me again' | t }}
          </button>
        } @else {
          <button type="button" class="secondary" (click)="forAnHour()">{{ 'For an hour' | t }}</button>
          <button type="button" class="secondary" (click)="untilTomorrow()">{{ 'Until the morning' | t }}</button>
          <button type="button" class="secondary" (click)="settings.chooseQuiet('until I say so')">
            {{ 'Until I turn it off' | t }}
          </button>
        }
      </div>
    } @else {
      @if (refused()) {
        <p class="notice problem" role="alert">
          {{ 'Your browser blocks notifications. You can allow them in its settings for this page.' | t }}
        </p>
      }
      <div class="actions start">
        <button type="button" class="primary" (click)="turnOn()">{{ 'Turn on notifications' | t }}</button>
      </div>
    }
  `,
})
export class NotificationChoice {
  protected readonly settings = inject(NotificationSettings);
  private readonly system = inject(SystemNotice);
  /** Whether the last test was shown; `null` before the first. */
  private readonly isShown = signal<boolean | null>(null);
  /** Some phones grant the permission, but show no notification. */
  private readonly fails = computed(() => this.isShown() === false);
  protected readonly tested = computed(() => {
    if (this.isShown() === null) return '';
    return this.fails()
      ? t('Your browser doesn’t show notifications of this page.')
      : t('Sent. If you see nothing, your system hides notifications of this browser.');
  });
  protected readonly isUnavailable = permission() === 'unavailable';
  protected readonly refused = signal(permission() === 'denied');
  /** `null` once it is over. */
  protected readonly quiet = computed<Quiet>(() => {
    const quiet = this.settings.quiet();
    return isQuiet(quiet, serverNow()) ? quiet : null;
  });
  protected readonly state = computed(() => {
    const quiet = this.quiet();
    if (quiet === null) return this.fails() ? '' : t('You’re notified as you chose in each room.');
    if (typeof quiet === 'number') return t('Notifications are paused until {moment}.', { moment: momentOf(quiet) });
    return t('Notifications are paused until you turn them back on.');
  });

  protected async test(): Promise<void> {
    this.isShown.set(await this.system.test(t('Notifications'), t('This is how you’ll be notified.')));
  }

  protected async turnOn(): Promise<void> {
    this.refused.set(!(await this.settings.turnOn()));
  }

  protected forAnHour(): void {
    this.settings.chooseQuiet(serverNow() + hourMs);
  }

  protected untilTomorrow(): void {
    this.settings.chooseQuiet(nextMorning(new Date(serverNow())));
  }
}
