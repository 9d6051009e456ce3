import { Component, computed, input } from '@angular/core';
import type { Stream } from '@devchitchat/contracts';
import { t } from '../platform/language/t';
import { Icon, type IconName } from '../platform/design/icon';

/** Icons for a participant's streams, mute and deafen. */
@Component({
  selector: 'dcc-voice-marks',
  imports: [Icon],
  host: { '[attr.title]': 'label() || null' },
  template: `
    @for (mark of marks(); track mark.icon) {
      <dcc-icon [name]="mark.icon" [class.off]="mark.isOff" />
    }
    <span class="visually-hidden">{{ spoken() }}</span>
  `,
})
export class VoiceMarks {
  readonly muted = input(false);
  readonly deafened = input(false);
  readonly streams = input<readonly Stream[]>([]);

  protected readonly marks = computed(() => {
    const shows = (kind: Stream['kind']) => this.streams().some((stream) => stream.kind === kind);
    const all: readonly (readonly [isSo: boolean, icon: IconName, isOff: boolean, words: string])[] = [
      [shows('screen'), 'screen', false, t('sharing a screen')],
      [shows('camera'), 'camera', false, t('camera on')],
      [this.muted(), 'microphone-off', true, t('muted')],
      [this.deafened(), 'headphones-off', true, t('deafened')],
    ];
    return all.filter(([isSo]) => isSo).map(([, icon, isOff, words]) => ({ icon, isOff, words }));
  });
  protected readonly label = computed(() =>
    this.marks()
      .map(({ words }) => words)
      .join(', '),
  );
  /** For screen readers, after the name beside it. */
  protected readonly spoken = computed(() => (this.label() ? `, ${this.label()}` : ''));
}
