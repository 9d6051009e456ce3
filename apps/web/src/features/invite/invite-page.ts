import { Component, computed, inject, input, type OnInit, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type authCommands, displayName, handle, limits, type Refusal, type ValueOf } from '@devchitchat/contracts';
import { post } from '../../client/connection/http-command';
import { Translate } from '../../platform/language/translate';
import { serverNow } from '../../platform/time/server-clock';
import { deviceName } from '../../client/session/device-name';
import { Session } from '../../client/session/session';
import { Action } from '../../platform/design/action';
import { Field } from '../../platform/design/field';
import { Icon } from '../../platform/design/icon';
import { problemWith } from '../../platform/design/problem-with';
import { timeLeft } from '../../client/links/link-state';

type Preview = ValueOf<typeof authCommands.invitePreview>;

/** The first page a new person sees: two names, one button, and they are in. */
@Component({
  selector: 'dcc-invite-page',
  imports: [Field, Icon, RouterLink, Translate],
  templateUrl: './invite-page.html',
})
export class InvitePage implements OnInit {
  readonly token = input.required<string>();
  protected readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly preview = signal<Preview | null>(null);
  /** Why the link does not open, or cannot be asked about right now. */
  protected readonly obstacle = signal<Refusal | null>(null);
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
    if (this.refusal()?.code === 'conflict') return this.refusal()?.message ?? '';
    return this.tried() || this.handle().length > 1 ? problemWith(handle, this.handle()) : '';
  });
  protected readonly nameProblem = computed(() => (this.tried() ? problemWith(displayName, this.name()) : ''));
  protected readonly problem = computed(() => {
    const refusal = this.refusal();
    return refusal && refusal.code !== 'conflict' ? refusal.message : '';
  });

  ngOnInit(): void {
    void this.look();
  }

  protected async look(): Promise<void> {
    this.obstacle.set(null);
    const reply = await post('auth.invite_preview', { token: this.token() });
    if (reply.ok) this.preview.set(reply.value);
    else this.obstacle.set(reply.error);
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
      } else if (reply.error.code === 'not_found') this.obstacle.set(reply.error);
      else this.refusal.set(reply.error);
      return reply;
    });
  }
}
