import { Component, computed, inject, input } from '@angular/core';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Session } from '../../client/session/session';
import { momentOf } from '../../platform/time/times';
import type { HeldRoom } from '../../client/rooms/held-room';
import { mutedNow } from '../../client/rooms/muted-now';

/** Tells a muted user who muted them in this room, why and until when. */
@Component({
  selector: 'dcc-muted-notice',
  imports: [Translate],
  template: `
    @if (words(); as words) {
      <p class="notice" role="status" [attr.aria-label]="'Muted' | t">{{ words }}</p>
    }
  `,
})
export class MutedNotice {
  readonly held = input.required<HeldRoom>();
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);
  private readonly muted = mutedNow(computed(() => this.held().mutes));

  protected readonly words = computed(() => {
    const mute = this.muted().find(({ userId }) => userId === this.session.me()?.userId);
    if (!mute) return '';
    const until = momentOf(mute.until);
    const why = mute.reason === null ? '' : ` ${t('Reason: {reason}', { reason: mute.reason })}`;
    return `${t('{name} muted you here until {until}. You can still read.', { name: this.directory.nameOf(mute.by), until })}${why}`;
  });
}
