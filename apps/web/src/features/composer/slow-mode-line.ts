import { Component, computed, effect, inject, input, signal } from '@angular/core';
import type { Room } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { spanInWords } from '../../platform/time/times';
import { SlowMode } from '../../client/outbox/slow-mode';

/**
 * Shows that a room is in slow mode and when the user can send the next message. The countdown is an ARIA timer, which
 * screen readers can read at any time and do not announce every second; they announce its end.
 */
@Component({
  selector: 'dcc-slow-mode-line',
  imports: [Translate],
  template: `
    <p class="words" role="status" [attr.aria-label]="'Slow mode' | t">{{ words() }}</p>
    @if (left(); as left) {
      <p role="timer" [attr.aria-label]="'Until your next message' | t">{{ left }}</p>
    }
  `,
})
export class SlowModeLine {
  readonly room = input.required<Room>();
  private readonly slowMode = inject(SlowMode);
  private readonly end = computed(() => this.slowMode.waits().get(this.room().roomId));
  private readonly now = signal(performance.now());
  private readonly secondsLeft = computed(() => Math.max(0, Math.ceil(((this.end() ?? 0) - this.now()) / 1_000)));

  protected readonly words = computed(() => {
    const { roomId, slowModeSeconds } = this.room();
    if (slowModeSeconds === 0) return '';
    const span = spanInWords(slowModeSeconds);
    if (this.slowMode.secondsFor(roomId) === 0) return t('Slow mode: members wait {span} between messages.', { span });
    return t('Slow mode: one message every {span}.', { span });
  });
  protected readonly left = computed(() => {
    const seconds = this.secondsLeft();
    return seconds > 0 ? t('You can send your next message in {span}.', { span: spanInWords(seconds) }) : '';
  });

  constructor() {
    effect((onCleanup) => {
      if (this.end() === undefined) return;
      this.now.set(performance.now());
      const tick = setInterval(() => {
        this.now.set(performance.now());
      }, 1_000);
      onCleanup(() => {
        clearInterval(tick);
      });
    });
  }
}
