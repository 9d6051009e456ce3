import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { limits, type Room } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Action } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { spanInWords } from '../../platform/time/times';
import { Field } from '../../platform/design/field';
import { isLobby } from '../../client/rooms/room-order';

const [minute, hour] = [60, 3_600];
const usualSlowModes = [
  0,
  5,
  10,
  15,
  30,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  6 * hour,
];

/** Changes a room's name, topic, slow mode, and who may mention everyone. */
@Component({
  selector: 'dcc-edit-room',
  imports: [Dialog, Field, Translate],
  template: `
    <dcc-dialog [heading]="'Edit room' | t" (closed)="closed.emit()">
      <form (submit)="$event.preventDefault(); save()">
        @if (!isLobby()) {
          <dcc-field
            [label]="'Name' | t"
            [(value)]="name"
            [maxLength]="nameLength"
            [problem]="saving.problem()"
            [autofocus]="true"
          />
        }
        <dcc-field
          [label]="'Topic' | t"
          [hint]="'What it’s about.' | t"
          [(value)]="topic"
          [maxLength]="topicLength"
          [problem]="isLobby() ? saving.problem() : ''"
          [autofocus]="isLobby()"
        />
        <div class="field">
          <label for="slow-mode">{{ 'Slow mode' | t }}</label>
          <select
            id="slow-mode"
            aria-describedby="slow-mode-note"
            (change)="slowModeSeconds.set(+$any($event.target).value)"
          >
            @for (seconds of slowModes(); track seconds) {
              <option [value]="seconds" [selected]="seconds === slowModeSeconds()">
                {{ seconds === 0 ? ('Off' | t) : inWords(seconds) }}
              </option>
            }
          </select>
          <p id="slow-mode-note" class="note">
            {{ 'How long members wait between messages. Doesn’t apply to you and other moderators.' | t }}
          </p>
        </div>
        <div class="field">
          <label for="everyone-by">{{ 'Who can use @everyone' | t }}</label>
          <select id="everyone-by" (change)="everyoneBy.set($any($event.target).value)">
            <option value="moderators" [selected]="everyoneBy() === 'moderators'">
              {{ 'Owner and moderators' | t }}
            </option>
            <option value="everybody" [selected]="everyoneBy() === 'everybody'">{{ 'Everyone' | t }}</option>
          </select>
        </div>
        <div class="actions">
          <button type="button" class="secondary" (click)="closed.emit()">{{ 'Cancel' | t }}</button>
          <button type="submit" class="primary" [attr.aria-disabled]="saving.busy()">{{ 'Save' | t }}</button>
        </div>
      </form>
    </dcc-dialog>
  `,
})
export class EditRoom {
  readonly room = input.required<Room>();
  readonly closed = output();
  private readonly connection = inject(Connection);

  protected readonly isLobby = computed(() => isLobby(this.room()));
  protected readonly nameLength = limits.roomNameLength;
  protected readonly topicLength = limits.topicLength;
  // One signal per field, so that a change of another field does not undo the user's typing.
  protected readonly name = linkedSignal(computed(() => this.room().name));
  protected readonly topic = linkedSignal(computed(() => this.room().topic));
  protected readonly slowModeSeconds = linkedSignal(computed(() => this.room().slowModeSeconds));
  protected readonly everyoneBy = linkedSignal(computed(() => this.room().everyoneBy));
  /** Includes the current value, which a bot may have set to something unusual. */
  protected readonly slowModes = computed(() =>
    [...new Set([...usualSlowModes, this.room().slowModeSeconds])].sort((a, b) => a - b),
  );
  protected readonly inWords = spanInWords;
  protected readonly saving = new Action();

  protected async save(): Promise<void> {
    if (this.name().trim() === '') return this.saving.problem.set(t('Give the room a name.'));
    const words = { name: this.name().trim(), topic: this.topic().trim() };
    const settings = { slowModeSeconds: this.slowModeSeconds(), everyoneBy: this.everyoneBy() };
    const { roomId } = this.room();
    const reply = await this.saving.run(() => this.connection.ask('room.update', { roomId, ...words, ...settings }));
    if (reply?.ok) this.closed.emit();
  }
}
