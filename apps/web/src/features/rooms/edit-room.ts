import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { limits, type Room } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Session } from '../../client/session/session';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Action } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { spanInWords } from '../../platform/time/times';
import { Field } from '../../platform/design/field';
import { Select } from '../../platform/design/select';
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

/** Changes a room's name, topic, slow mode, who may mention everyone, and for admins whether it is for everybody. */
@Component({
  selector: 'dcc-edit-room',
  imports: [Dialog, Field, Select, Translate],
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
        <dcc-select
          [label]="'Slow mode' | t"
          [options]="slowModes()"
          [(value)]="slowModeSeconds"
          [hint]="'How long members wait between messages. Doesn’t apply to you and other moderators.' | t"
        />
        <dcc-select [label]="'Who can use @everyone' | t" [options]="everyoneChoices" [(value)]="everyoneBy" />
        @if (mayMark()) {
          <label class="check">
            <input
              type="checkbox"
              [attr.aria-label]="'For everybody' | t"
              aria-describedby="for-everybody-hint"
              [checked]="forEverybody()"
              (change)="forEverybody.set(!forEverybody())"
            />
            <span>
              <b>{{ 'For everybody' | t }}</b>
              <small id="for-everybody-hint">{{
                'Adds everyone with an account once, and newcomers when they join. People who leave aren’t added again. Turning it off keeps all members.'
                  | t
              }}</small>
            </span>
          </label>
        }
        @if (marking.problem(); as problem) {
          <p class="notice problem" role="alert">
            {{ 'Everything else is saved, but not “For everybody”: {problem}' | t: { problem } }}
          </p>
        }
        <div class="actions">
          <button type="button" class="secondary" (click)="closed.emit()">{{ 'Cancel' | t }}</button>
          <button type="submit" class="primary" [attr.aria-disabled]="saving.busy() || marking.busy()">
            {{ 'Save' | t }}
          </button>
        </div>
      </form>
    </dcc-dialog>
  `,
})
export class EditRoom {
  readonly room = input.required<Room>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);

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
    [...new Set([...usualSlowModes, this.room().slowModeSeconds])]
      .sort((a, b) => a - b)
      .map((value) => ({ value, text: value === 0 ? t('Off') : spanInWords(value) })),
  );
  protected readonly everyoneChoices = [
    { value: 'moderators', text: t('Owner and moderators') },
    { value: 'everybody', text: t('Everyone') },
  ] as const;
  /** Whether the signed-in user may make this a room for everybody, which the lobby is in any case. */
  protected readonly mayMark = computed(
    () => this.session.isAdmin() && this.room().kind === 'public' && !this.isLobby(),
  );
  protected readonly forEverybody = linkedSignal(computed(() => this.room().forEverybody === true));
  protected readonly saving = new Action();
  protected readonly marking = new Action();

  protected async save(): Promise<void> {
    if (this.name().trim() === '') return this.saving.problem.set(t('Give the room a name.'));
    const words = { name: this.name().trim(), topic: this.topic().trim() };
    const settings = { slowModeSeconds: this.slowModeSeconds(), everyoneBy: this.everyoneBy() };
    const { roomId } = this.room();
    const reply = await this.saving.run(() => this.connection.ask('room.update', { roomId, ...words, ...settings }));
    if (!reply?.ok || !(await this.marked())) return;
    this.closed.emit();
  }

  /** Whether the room is for everybody or not, as chosen. By then everything else is saved. */
  private async marked(): Promise<boolean> {
    const { roomId, forEverybody: before = false } = this.room();
    const forEverybody = this.forEverybody();
    if (!this.mayMark() || forEverybody === before) return true;
    const reply = await this.marking.run(() => this.connection.ask('room.for_everybody', { roomId, forEverybody }));
    return reply?.ok === true;
  }
}
