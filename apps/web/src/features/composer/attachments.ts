import { Component, computed, inject, input, output } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { refusalText } from '../../client/answers/answer-text';
import { AttachedFiles } from '../../client/files/attached-files';
import { Session } from '../../client/session/session';
import { isPicture } from '../../client/unsent/attachment';
import { LocalPicture } from '../../parts/local-picture';
import { ControlLabel } from '../../platform/design/control-label';
import { Icon } from '../../platform/design/icon';
import { size } from '../../platform/language/size';
import { Translate } from '../../platform/language/translate';

/** The files of the message that is being written, above its text. */
@Component({
  selector: 'dcc-attachments',
  imports: [ControlLabel, Icon, LocalPicture, Translate],
  template: `
    @if (rows().length > 0 || problem()) {
      <section [attr.aria-label]="'Attachments' | t">
        @if (problem(); as problem) {
          <p class="problem" role="alert">{{ problem }}</p>
        }
        <ul>
          @for (row of rows(); track row.file.clientFileId) {
            <li [class.failed]="row.refusal">
              @if (row.isPicture) {
                <dcc-local-picture [clientFileId]="row.file.clientFileId" />
              } @else {
                <span class="kind"><dcc-icon name="file" /></span>
              }
              <p class="about-file">
                <bdi class="name">{{ row.file.name }}</bdi>&ngsp;<small>{{ row.size }}</small>
              </p>
              @if (row.refusal) {
                <p class="why" role="alert">{{ row.refusal }}</p>
                <button
                  type="button"
                  class="text-button"
                  [attr.aria-label]="'Try again {name}' | t: { name: row.file.name }"
                  (click)="attached.retry(roomId(), row.file)"
                >
                  {{ 'Try again' | t }}
                </button>
              } @else if (row.isPicture) {
                <input
                  type="text"
                  [maxLength]="altLength()"
                  [attr.aria-label]="'Alternative text' | t"
                  [placeholder]="'Describe the picture' | t"
                  [value]="row.file.alt ?? ''"
                  #alt
                  (input)="attached.describe(roomId(), row.file, alt.value)"
                  (keydown.enter)="$event.preventDefault(); sends.emit()"
                />
              }
              @if (row.percent !== null) {
                <progress
                  max="100"
                  [value]="row.percent"
                  [attr.aria-label]="'Uploading {name}' | t: { name: row.file.name }"
                ></progress>
              }
              <button
                type="button"
                class="icon-button small"
                [dccLabel]="'Remove {name}' | t: { name: row.file.name }"
                (click)="attached.remove(roomId(), row.file); removed.emit()"
              >
                <dcc-icon name="close" />
              </button>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class Attachments {
  readonly roomId = input.required<RoomId>();
  /** Enter in the description of a picture sends the message. */
  readonly sends = output();
  readonly removed = output();
  protected readonly attached = inject(AttachedFiles);
  private readonly session = inject(Session);

  protected readonly altLength = computed(() => this.session.limits().altLength);
  protected readonly problem = computed(() => this.attached.problemIn(this.roomId()));
  protected readonly rows = computed(() =>
    this.attached.in(this.roomId()).map((file) => {
      const state = this.attached.states().get(file.clientFileId);
      return {
        file,
        size: size(file.size),
        isPicture: isPicture(file),
        percent: state?.kind === 'sending' ? Math.round((100 * state.sent) / file.size) : null,
        refusal: state?.kind === 'failed' ? refusalText(state.refusal) : '',
      };
    }),
  );
}
