import { Component, computed, inject, input } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { CurrentCall } from '../../client/call/state/current-call';
import { Directory } from '../../client/people/directory';
import { Icon } from '../../platform/design/icon';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';

/** Explains why the call of a room ended without the user leaving it. */
@Component({
  selector: 'dcc-call-ended-notice',
  imports: [Icon, Translate],
  template: `
    @if (reason(); as reason) {
      <p class="notice" role="status">
        <span>{{ reason }}</span>
        <button
          type="button"
          class="icon-button small"
          [attr.aria-label]="'Close' | t"
          (click)="currentCall.dismissEnding()"
        >
          <dcc-icon name="close" />
        </button>
      </p>
    }
  `,
})
export class CallEndedNotice {
  readonly roomId = input.required<RoomId>();
  protected readonly currentCall = inject(CurrentCall);
  private readonly directory = inject(Directory);

  protected readonly reason = computed(() => {
    const ended = this.currentCall.ended();
    if (ended?.roomId !== this.roomId()) return null;
    const { ending } = ended;
    if ('sentence' in ending) return ending.sentence;
    const name = ending.endedBy ? this.directory.nameOf(ending.endedBy) : t('Someone');
    return t('{name} ended the call for everyone.', { name });
  });
}
