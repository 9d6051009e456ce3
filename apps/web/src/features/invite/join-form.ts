import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import { displayName, handle, limits, type Refusal } from '@devchitchat/contracts';
import { hasReason } from '../../client/answers/has-reason';
import { problemWith } from '../../client/answers/problem-with';
import { post } from '../../client/connection/http-command';
import { deviceName } from '../../client/session/device-name';
import { Session } from '../../client/session/session';
import { Action } from '../../platform/design/action';
import { Field } from '../../platform/design/field';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { nameFrom } from './name-from';

const isAboutHandle = (refusal: Refusal): boolean =>
  hasReason(refusal, 'invite.handle_taken', 'invite.handle_reserved');

/** Asks a new person for a handle and a display name, and creates the account. */
@Component({
  selector: 'dcc-join-form',
  imports: [Field, Translate],
  template: `
    <form (submit)="$event.preventDefault(); join()">
      <dcc-field
        [label]="'Handle' | t"
        autocomplete="username"
        [hint]="'Letters from a to z, digits, - and _. People use it to mention you.' | t"
        [maxLength]="handleLength"
        [value]="handle()"
        (valueChange)="changeHandle($event)"
        [problem]="handleProblem()"
        [autofocus]="true"
      />
      <dcc-field
        [label]="'Display name' | t"
        autocomplete="name"
        [hint]="'Shown above your messages. You can change it later.' | t"
        [maxLength]="nameLength"
        [value]="name()"
        (valueChange)="typedName.set($event)"
        [problem]="nameProblem()"
      />
      @if (problem(); as problem) {
        <p class="notice problem" role="alert">{{ problem }}</p>
      }
      <button type="submit" class="primary wide" [attr.aria-disabled]="entry.busy()">{{ 'Join' | t }}</button>
    </form>
  `,
})
export class JoinForm {
  /** Of an invite to the server. */
  readonly token = input.required<string>();
  /** Goes on once the session began. The form stays busy until the next page is loaded. */
  readonly enter = input.required<() => Promise<unknown>>();
  /** The invite ended before the person joined. */
  readonly died = output<Refusal>();
  /** Kept by the page, which may show another link meanwhile. */
  readonly handle = model('');
  readonly typedName = model<string | null>(null);
  private readonly session = inject(Session);

  /** Follows the handle until the person types a name. */
  protected readonly name = computed(() => this.typedName() ?? nameFrom(this.handle()));
  private readonly refusal = signal<Refusal | null>(null);
  private readonly tried = signal(false);
  protected readonly entry = new Action();
  protected readonly handleLength = limits.handleLength;
  protected readonly nameLength = limits.displayNameLength;

  protected readonly handleProblem = computed(() => {
    const refusal = this.refusal();
    if (refusal && isAboutHandle(refusal)) return refusal.message;
    if (this.handle().trim() === '') return this.tried() ? t('Choose a handle.') : '';
    return this.tried() || this.handle().length > 1 ? problemWith(handle, this.handle()) : '';
  });
  protected readonly nameProblem = computed(() => {
    if (!this.tried()) return '';
    return this.name().trim() === '' ? t('Choose a display name.') : problemWith(displayName, this.name());
  });
  protected readonly problem = computed(() => {
    const refusal = this.refusal();
    return refusal && !isAboutHandle(refusal) ? refusal.message : '';
  });

  protected changeHandle(handle: string): void {
    this.handle.set(handle);
    this.refusal.set(null);
  }

  protected async join(): Promise<void> {
    this.tried.set(true);
    if (this.handleProblem() || this.nameProblem()) return;
    await this.entry.run(async () => {
      const reply = await post('auth.invite_redeem', {
        token: this.token(),
        handle: this.handle(),
        displayName: this.name(),
        device: deviceName(navigator.userAgent),
      });
      if (reply.ok) {
        this.session.begin(reply.value.user);
        await this.enter()();
      } else if (hasReason(reply.error, 'invite.dead')) this.died.emit(reply.error);
      else this.refusal.set(reply.error);
      return reply;
    });
  }
}
