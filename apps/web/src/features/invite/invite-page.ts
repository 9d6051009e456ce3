import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Refusal } from '@devchitchat/contracts';
import { post } from '../../client/connection/http-command';
import { loaded } from '../../client/connection/loaded';
import { timeLeft } from '../../client/links/link-state';
import { tokensIn } from '../../client/links/link-secret';
import { takeWayOn } from '../../client/links/way-on';
import { Session } from '../../client/session/session';
import { BrokenLink } from '../../parts/broken-link';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';
import { serverNow } from '../../platform/time/server-clock';
import { JoinForm } from './join-form';

/** The first page a new person sees: says who invites, and creates the account. */
@Component({
  selector: 'dcc-invite-page',
  imports: [BrokenLink, Icon, JoinForm, RouterLink, Translate],
  templateUrl: './invite-page.html',
})
export class InvitePage {
  /** As written in the address. */
  readonly token = input.required<string>();
  protected readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly secret = computed(() => tokensIn(this.token())[0] ?? null);
  private readonly loaded = loaded({
    params: () => this.secret() ?? undefined,
    load: (token) => post('auth.invite_preview', { token }),
  });
  protected readonly preview = this.loaded.value;
  /** Of this link. The router keeps the page when the user opens another link in the same tab. */
  protected readonly redeemRefusal = linkedSignal<string | null, Refusal | null>({
    source: this.secret,
    computation: () => null,
  });
  /** The reason the link is invalid, or cannot be checked right now. */
  protected readonly obstacle = computed(() => this.redeemRefusal() ?? this.loaded.refusal());
  protected readonly isDead = computed(() => this.obstacle()?.code === 'not_found');
  protected readonly timeLeft = computed(() => timeLeft(this.preview()?.expiresAt ?? 0, serverNow()));

  protected readonly handle = signal('');
  protected readonly typedName = signal<string | null>(null);

  protected look(): void {
    this.redeemRefusal.set(null);
    this.loaded.reload();
  }

  protected readonly enter = (): Promise<boolean> =>
    this.router.navigateByUrl(takeWayOn() ?? '/', { replaceUrl: true });
}
