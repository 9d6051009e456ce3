import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type authCommands,
  authEvents,
  isEvent,
  limits as builtInLimits,
  type DataOf,
  type hello,
  type ReplyTo,
  type User,
  type UserId,
} from '@devchitchat/contracts';
import { Subject } from 'rxjs';
import { injectCache } from '../cache/browser-cache';
import { Connection } from '../connection/connection';
import { post } from '../connection/http-command';
import { TabChannel } from '../../platform/browser/tab-channel';
import { PersonScope } from './person-scope';

/** `starting`: neither the cache nor the server has said who this is. */
export type SessionPhase = 'starting' | 'signed-in' | 'signed-out';

/** Who is sitting here. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly connection = inject(Connection);
  private readonly cache = injectCache();
  private readonly scope = inject(PersonScope);

  private readonly currentUser = signal<User | null>(null);
  readonly me = this.currentUser.asReadonly();
  private readonly currentPhase = signal<SessionPhase>('starting');
  readonly phase = this.currentPhase.asReadonly();
  readonly isAdmin = computed(() => this.me()?.role === 'admin');

  private readonly currentLimits = signal<DataOf<typeof hello>['limits']>(builtInLimits);
  readonly limits = this.currentLimits.asReadonly();

  private readonly heardDisabling = signal<{ readonly reason: string } | null>(null);
  /** Why whoever was here is not any more: an admin disabled the account. Until somebody signs in. */
  readonly disabling = this.heardDisabling.asReadonly();

  private readonly lostSession = signal(false);
  /** The server ended the session of whoever was here. Until somebody signs in. */
  readonly lost = this.lostSession.asReadonly();

  private readonly heardArrivals = new Subject<User>();
  /** The server knows this person, on a new connection. */
  readonly arrivals = this.heardArrivals.asObservable();
  private readonly heardForgettings = new Subject<UserId>();
  /** Somebody signed out, or deleted their account: what they still wanted to say goes too. Nothing else forgets it. */
  readonly forgettings = this.heardForgettings.asObservable();
  private readonly tabs = new TabChannel<UserId>('devchitchat sign-outs');

  constructor() {
    this.connection.hellos.subscribe(({ user, limits }) => {
      this.currentLimits.set(limits);
      this.welcome(user);
      this.heardArrivals.next(user);
    });
    this.connection.events.subscribe((event) => {
      const me = this.me()?.userId;
      if (me && isEvent(authEvents.userDeleted, event) && event.body.userId === me) this.forgetWordsOf(me);
      if (!isEvent(authEvents.userDisabled, event) || event.body.userId !== me) return;
      this.heardDisabling.set({ reason: event.content?.reason ?? '' });
      this.connection.close();
      this.end();
    });
    this.connection.signOuts.subscribe(() => {
      if (this.me()) this.lostSession.set(true);
      this.end();
    });
    // Another tab, whose words are this one's too.
    this.tabs.words.subscribe((userId) => this.heardForgettings.next(userId));
  }

  /** Recalls who was here, so that the page opens without a network. */
  async recall(): Promise<void> {
    const cached = await this.cache.values.get('me');
    if (cached) this.signIn(cached);
  }

  connect(): void {
    this.connection.open();
  }

  /** After an answer that brought a cookie. */
  begin(user: User): void {
    this.welcome(user);
    this.connection.open();
  }

  /** Ends the session on the server and forgets everything here. Refused, everything stays as it is. */
  async signOut(): Promise<ReplyTo<typeof authCommands.signOut>> {
    const reply = await post('auth.sign_out', {});
    if (!reply.ok && reply.error.code !== 'unauthenticated') return reply;
    this.forget();
    return reply;
  }

  /** The account is not there any more: nothing of it stays here. */
  forget(): void {
    const userId = this.me()?.userId;
    this.connection.close();
    if (userId) this.forgetWordsOf(userId);
    this.end();
  }

  private forgetWordsOf(userId: UserId): void {
    this.heardForgettings.next(userId);
    this.tabs.post(userId);
    void this.cache.forget(userId);
  }

  /** Somebody, perhaps oneself, goes by another name. */
  learn(user: User): void {
    if (user.userId === this.me()?.userId) this.signIn(user);
  }

  private welcome(user: User): void {
    this.heardDisabling.set(null);
    this.lostSession.set(false);
    const before = this.me();
    if (before && before.userId !== user.userId) this.end();
    this.signIn(user);
  }

  private signIn(user: User): void {
    this.currentUser.set(user);
    this.currentPhase.set('signed-in');
    this.scope.open();
    void this.cache.values.set('me', user);
  }

  private end(): void {
    this.currentUser.set(null);
    this.currentPhase.set('signed-out');
    this.scope.close();
    void this.cache.clear();
  }
}
