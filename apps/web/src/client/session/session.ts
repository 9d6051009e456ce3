import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type authCommands,
  authEvents,
  isEvent,
  limits as builtInLimits,
  usualServerSettings,
  type BodyOf,
  type DataOf,
  type hello,
  type ReplyTo,
  type ServerSettings,
  type User,
  type UserId,
} from '@devchitchat/contracts';
import { Subject } from 'rxjs';
import { injectCache } from '../cache/browser-cache';
import { Connection } from '../connection/connection';
import { post } from '../connection/http-command';
import { TabChannel } from '../../platform/browser/tab-channel';
import { PersonScope } from './person-scope';

/** `starting`: neither the cache nor the server has identified the user yet. */
export type SessionPhase = 'starting' | 'signed-in' | 'signed-out';

/** The signed-in user. */
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

  private readonly currentSettings = signal(usualServerSettings);
  readonly settings = this.currentSettings.asReadonly();
  /** Whether the user may invite people to the server. */
  readonly mayInvite = computed(() => this.isAdmin() || this.settings().membersMayInvite);

  private readonly heardDisabling = signal<{ readonly reason: string } | null>(null);
  /** Set when an admin disabled the user's account, until the next sign-in. */
  readonly disabling = this.heardDisabling.asReadonly();

  private readonly lostSession = signal(false);
  /** The server ended the user's session. Reset at the next sign-in. */
  readonly lost = this.lostSession.asReadonly();

  private readonly heardArrivals = new Subject<User>();
  /** The server recognised this user on a new connection. */
  readonly arrivals = this.heardArrivals.asObservable();
  private readonly heardSignOuts = new Subject<UserId>();
  /** A user signed out or deleted their account: their unsent texts are deleted too, which no other event does. */
  readonly accountSignOuts = this.heardSignOuts.asObservable();
  private readonly tabs = new TabChannel<UserId>('devchitchat sign-outs');

  constructor() {
    this.connection.hellos.subscribe(({ user, limits, settings }) => {
      this.currentSettings.set(settings);
      this.currentLimits.set(limits);
      this.welcome(user);
      this.heardArrivals.next(user);
    });
    this.connection.events.subscribe((event) => {
      const me = this.me()?.userId;
      if (isEvent(authEvents.serverSettingsChanged, event))
        this.currentSettings.update((before) => withChanges(before, event.body));
      if (me && isEvent(authEvents.userDeleted, event) && event.body.userId === me) this.forgetTextsOf(me);
      if (!isEvent(authEvents.userDisabled, event) || event.body.userId !== me) return;
      this.heardDisabling.set({ reason: event.content?.reason ?? '' });
      this.connection.close();
      this.end();
    });
    this.connection.signOuts.subscribe(() => {
      if (this.me()) this.lostSession.set(true);
      this.end();
    });
    // Another tab, which stores into the same cache.
    this.tabs.values.subscribe((userId) => this.heardSignOuts.next(userId));
  }

  /** Restores the user from the cache, so that the page opens without a network. The server's answer takes precedence. */
  async recall(): Promise<void> {
    const cached = await this.cache.values.get('me');
    if (cached && this.phase() === 'starting') this.signIn(cached);
  }

  connect(): void {
    this.connection.open();
  }

  /** Starts a session after a reply that set a cookie. */
  begin(user: User): void {
    this.welcome(user);
    this.connection.open();
  }

  /** Ends the session on the server and deletes everything here. Changes nothing when refused. */
  async signOut(): Promise<ReplyTo<typeof authCommands.signOut>> {
    const reply = await post('auth.sign_out', {});
    if (!reply.ok && reply.error.code !== 'unauthenticated') return reply;
    this.forget();
    return reply;
  }

  /** The account was deleted: deletes all of its data here. */
  forget(): void {
    const userId = this.me()?.userId;
    this.connection.close();
    if (userId) this.forgetTextsOf(userId);
    this.end();
  }

  private forgetTextsOf(userId: UserId): void {
    this.heardSignOuts.next(userId);
    this.tabs.post(userId);
    void this.cache.forget(userId);
  }

  /** Applies the new name of a user, possibly the signed-in one. */
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

const withChanges = (
  before: ServerSettings,
  { membersMayInvite }: BodyOf<typeof authEvents.serverSettingsChanged>,
): ServerSettings => ({
  membersMayInvite: membersMayInvite ?? before.membersMayInvite,
});
