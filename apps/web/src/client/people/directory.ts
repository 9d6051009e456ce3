import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { deletedUser, type AnyEvent, type PictureSize, type User, type UserId } from '@devchitchat/contracts';
import { injectCache } from '../cache/browser-cache';
import { coalesced } from '../connection/coalesced';
import { Connection } from '../connection/connection';
import { pages } from '../connection/whole-list';
import { Session } from '../session/session';
import { foldPerson } from './person-fold';
import { injectTimers } from '../../platform/time/timers';
import { shownUser } from './shown-user';
import { tonesOf } from './tones';

const retryMs = 2_000;

/** All users of this server, by id. */
@Injectable()
export class Directory {
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly cache = injectCache();
  private readonly later = injectTimers();

  private readonly people = signal<ReadonlyMap<UserId, User>>(new Map());
  readonly users = this.people.asReadonly();
  /** By the handle in lower case, which mentions use. */
  readonly byHandle = computed(() => {
    const named = [...this.people().values()].filter(({ handle }) => handle !== deletedUser.handle);
    return new Map(named.map((user) => [user.handle.toLowerCase(), user] as const));
  });
  private readonly tones = computed(() => tonesOf(this.people().values()));

  private readonly reload = coalesced(() => this.load());
  /** The last reflected event of the server's own chain. Some of its events reach no client. */
  private head = 0;
  private readonly sought = new Set<UserId>();

  constructor() {
    this.session.arrivals.pipe(takeUntilDestroyed()).subscribe(() => {
      // After a restored backup, the chain may end before the events known here.
      this.head = 0;
      void this.reload();
    });
    this.connection.resyncs.pipe(takeUntilDestroyed()).subscribe(() => void this.reload());
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      this.hear(event);
    });
    this.connection.heads.pipe(takeUntilDestroyed()).subscribe(({ service, scope, head }) => {
      if (service !== 'auth' || scope.kind !== 'server' || head <= this.head) return;
      this.head = head;
      void this.reload();
    });
  }

  /** Restores the stored users, except those that are known already, which are newer. */
  async recall(): Promise<void> {
    const stored = await this.cache.users.all();
    this.keep(stored.filter(({ userId }) => !this.people().has(userId)));
  }

  nameOf(userId: UserId | undefined): string {
    return (userId && this.people().get(userId)?.displayName) ?? '…';
  }

  isBot(userId: UserId): boolean {
    return this.people().get(userId)?.isBot ?? false;
  }

  /** The index of this user's colour in the style sheet. */
  toneOf(userId: UserId | undefined): number {
    return (userId && this.tones().get(userId)) ?? 0;
  }

  /** The address of this user's picture; `null` without one. */
  pictureOf(userId: UserId, size: PictureSize): string | null {
    const picture = this.people().get(userId)?.picture;
    return picture === undefined ? null : `api/pictures/${userId}/${picture}/${String(size)}`;
  }

  /** An unknown user means that an event was missed. Requests the directory once per unknown user. */
  private seek(userId: UserId): void {
    if (this.sought.has(userId)) return;
    this.sought.add(userId);
    void this.reload();
  }

  private hear(event: AnyEvent): void {
    if (event.scope.kind === 'server') this.head = Math.max(this.head, event.eventId);
    const user = foldPerson(this.people(), event);
    if (user) this.keep([user]);
    if (event.actorUserId && !this.people().has(event.actorUserId)) this.seek(event.actorUserId);
  }

  private async load(): Promise<void> {
    for await (const reply of pages(this.connection, 'user.list', {})) {
      if (reply.ok) this.keep(reply.value.users);
      // Without a connection, the next one begins with this anyway.
      else if (this.connection.state() === 'online')
        this.later(() => void this.reload(), reply.error.retryAfterMs ?? retryMs);
    }
  }

  private keep(known: readonly User[]): void {
    const users = known.map(shownUser);
    this.people.update((people) => new Map([...people, ...users.map((user) => [user.userId, user] as const)]));
    void this.cache.users.save(users);
    for (const user of users) this.session.learn(user);
  }
}
