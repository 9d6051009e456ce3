import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Refusal, RoomId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { post } from '../../client/connection/http-command';
import { loaded } from '../../client/connection/loaded';
import { tokensIn } from '../../client/links/link-secret';
import { keepWayOn, takeWayOn } from '../../client/links/way-on';
import { Rooms } from '../../client/rooms/rooms';
import { PersonScope } from '../../client/session/person-scope';
import { Session } from '../../client/session/session';
import { BrokenLink } from '../../parts/broken-link';
import { Action } from '../../platform/design/action';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';
import { JoinForm } from './join-form';

/**
 * Opened by a room's link, also by people without an account. A link may hold two tokens: that of the room, and one of an
 * invite to the server by which a stranger joins both.
 */
@Component({
  selector: 'dcc-room-invite-page',
  imports: [BrokenLink, Icon, JoinForm, RouterLink, Translate],
  templateUrl: './room-invite-page.html',
})
export class RoomInvitePage {
  /** As written in the address. */
  readonly token = input.required<string>();
  private readonly connection = inject(Connection);
  private readonly router = inject(Router);
  private readonly scope = inject(PersonScope);
  protected readonly session = inject(Session);

  private readonly tokens = computed(() => tokensIn(this.token()), { equal: (a, b) => a.join() === b.join() });
  protected readonly secret = computed(() => this.tokens()[0] ?? null);
  private readonly serverToken = computed(() => this.tokens()[1] ?? null);
  /** The way back to this page after signing in. */
  protected readonly here = computed(() => `/room-invite/${this.tokens().join('/')}`);

  private readonly loaded = loaded({
    params: () => this.secret() ?? undefined,
    load: (token) => post('room.invite_preview', { token }),
  });
  protected readonly preview = this.loaded.value;
  private readonly serverPreview = loaded({
    params: () => (this.session.phase() === 'signed-out' ? (this.serverToken() ?? undefined) : undefined),
    load: (token) => post('auth.invite_preview', { token }),
  });
  /** Of this link. The router keeps the page when the user opens another link in the same tab. */
  protected readonly serverRefusal = linkedSignal<string | null, Refusal | null>({
    source: this.serverToken,
    computation: () => null,
  });
  /** The token by which a stranger gets an account; `null` without one or when it ended. */
  protected readonly accountToken = computed(() => {
    const ended = this.serverRefusal() ?? this.serverPreview.refusal();
    return ended ? null : this.serverPreview.value() && this.serverToken();
  });
  /** Both halves of the link are known to work or not. */
  protected readonly isChecked = computed(
    () => this.serverToken() === null || (this.serverPreview.value() ?? this.serverPreview.refusal()) !== null,
  );
  protected readonly obstacle = this.loaded.refusal;
  protected readonly isDead = computed(() => this.obstacle()?.code === 'not_found');
  protected readonly joining = new Action();
  protected readonly handle = signal('');
  protected readonly typedName = signal<string | null>(null);

  constructor() {
    effect(() => {
      const roomId = this.preview()?.room.roomId;
      const rooms = this.scope.injector()?.get(Rooms);
      if (roomId && rooms?.held().has(roomId)) void this.open(roomId);
    });
    // Members are let in by a dead link too.
    effect(() => {
      if (this.isDead() && this.session.phase() === 'signed-in') untracked(() => void this.join());
    });
    effect(() => {
      if (this.preview() && this.session.phase() === 'signed-out') keepWayOn(this.here());
    });
  }

  protected look(): void {
    this.loaded.reload();
    this.serverPreview.reload();
  }

  protected readonly enter = (): Promise<unknown> => this.join();

  protected async join(): Promise<void> {
    const token = this.secret();
    if (token === null) return;
    await this.joining.run(async () => {
      const reply = await this.connection.ask('room.invite_redeem', { token });
      if (!reply.ok || token !== this.secret()) return reply;
      this.scope.injector()?.get(Rooms).enter(reply.value);
      takeWayOn();
      await this.open(reply.value.room.roomId);
      return reply;
    });
  }

  private async open(roomId: RoomId): Promise<void> {
    await this.router.navigate(['/room', roomId], { replaceUrl: true });
  }
}
