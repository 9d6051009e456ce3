import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { displayName, handle, limits, type Refusal } from '@devchitchat/contracts';
import { post } from '../../client/connection/http-command';
import { loaded } from '../../client/connection/loaded';
import { Translate } from '../../platform/language/translate';
import { serverNow } from '../../platform/time/server-clock';
import { deviceName } from '../../client/session/device-name';
import { Session } from '../../client/session/session';
import { Action } from '../../platform/design/action';
import { Field } from '../../platform/design/field';
import { Icon } from '../../platform/design/icon';
import { hasReason } from '../../client/answers/has-reason';
import { problemWith } from '../../client/answers/problem-with';
import { timeLeft } from '../../client/links/link-state';

const isAboutHandle = (refusal: Refusal): boolean =>
  hasReason(refusal, 'invite.handle_taken', 'invite.handle_reserved');

/** The first page a new person sees: asks for a handle and a display name, and creates the account. */
@Component({
  selector: 'dcc-invite-page',
  imports: [Field, Icon, RouterLink, Translate],
  templateUrl: './invite-page.html',
})
export class InvitePage {
  readonly token = input.required<string>();
  protected readonly session = inject(Session);
  private readonly router = inject(Router);

  private readonly loaded = loaded({
    params: () => ({ token: this.token() }),
    load: (draft) => post('auth.invite_preview', draft),
  });
  protected readonly preview = this.loaded.value;
  /** Of this link. The router keeps the page when the user opens another link in the same tab. */
  private readonly redeemRefusal = linkedSignal<string, Refusal | null>({
    source: this.token,
    computation: () => null,
  });
  /** The reason the link is invalid, or cannot be checked right now. */
  protected readonly obstacle = computed(() => this.redeemRefusal() ?? this.loaded.refusal());
  protected readonly isDead = computed(() => ['not_found', 'invalid'].includes(this.obstacle()?.code ?? ''));
  protected readonly timeLeft = computed(() => timeLeft(this.preview()?.expiresAt ?? 0, serverNow()));

  protected readonly handle = signal('');
  protected readonly name = signal('');
  private readonly refusal = signal<Refusal | null>(null);
  private readonly tried = signal(false);
  protected readonly entry = new Action();
  protected readonly handleLength = limits.handleLength;
  protected readonly nameLength = limits.displayNameLength;

  protected readonly handleProblem = computed(() => {
    const refusal = this.refusal();
    if (refusal && isAboutHandle(refusal)) return refusal.message;
    return this.tried() || this.handle().length > 1 ? problemWith(handle, this.handle()) : '';
  });
  protected readonly nameProblem = computed(() => (this.tried() ? problemWith(displayName, this.name()) : ''));
  protected readonly problem = computed(() => {
    const refusal = this.refusal();
    return refusal && !isAboutHandle(refusal) ? refusal.message : '';
  });

  protected look(): void {
    this.redeemRefusal.set(null);
    this.loaded.reload();
  }

  protected changeHandle(handle: string): void {
    this.handle.set(handle);
    this.refusal.set(null);
  }

  protected async join(): Promise<void> {
    this.tried.set(true);
    if (problemWith(handle, this.handle()) || problemWith(displayName, this.name())) return;
    await this.entry.run(async () => {
      const reply = await post('auth.invite_redeem', {
        token: this.token(),
        handle: this.handle(),
        displayName: this.name(),
        device: deviceName(navigator.userAgent),
      });
      if (reply.ok) {
        this.session.begin(reply.value.user);
        await this.router.navigate(['/'], { replaceUrl: true });
      } else if (hasReason(reply.error, 'invite.dead')) this.redeemRefusal.set(reply.error);
      else this.refusal.set(reply.error);
      return reply;
    });
  }
}
