import { computed, inject, Injectable, signal } from '@angular/core';
import type { ClientMsgId } from '@devchitchat/contracts';
import { Subject } from 'rxjs';
import { serverNow } from '../../platform/time/server-clock';
import { injectCache } from '../cache/browser-cache';
import { UnloadBuffer } from '../cache/unload-buffer';
import { Drafts } from '../drafts/drafts';
import { Session } from '../session/session';
import { inOrder, isText, type OutboxEntry } from '../unsent/outbox-policy';
import { OutboxTabs } from './outbox-tabs';

/** Milliseconds after which a stored file must have its message beside it. */
const sweptAfterMs = 3_600_000;

/**
 * Every unacknowledged entry of every account that used this browser: in memory at once, on disk a moment later, and in
 * local storage if the page is unloaded in between. Entries outlive sessions; only a sign-out deletes its account's
 * unsent ones.
 */
@Injectable({ providedIn: 'root' })
export class UnsentEntries {
  private readonly cache = injectCache();
  private readonly session = inject(Session);
  private readonly tabs = inject(OutboxTabs);
  private readonly drafts = inject(Drafts).book;

  private readonly waiting = signal<readonly OutboxEntry[]>([]);
  /** In the order in which they were written. */
  readonly all = this.waiting.asReadonly();
  /** The signed-in user's entries. */
  readonly mine = computed(() => this.waiting().filter(({ userId }) => userId === this.session.me()?.userId));
  readonly pending = computed(() =>
    this.mine()
      .filter(({ state }) => state === 'pending')
      .map(({ clientMsgId }) => clientMsgId),
  );

  private readonly heardRecalls = new Subject<void>();
  /** The disk was read: another tab may have added entries. */
  readonly recalls = this.heardRecalls.asObservable();

  /** Entries being written to the disk, or refused by it. */
  private readonly unsaved = new Set<ClientMsgId>();
  /** Acknowledged or discarded entries, including those that the disk fails to delete. */
  private readonly settled = new Set<ClientMsgId>();
  private readonly unloadBuffer = new UnloadBuffer<OutboxEntry>('outbox', ({ clientMsgId }) => clientMsgId);

  constructor() {
    window.addEventListener('pagehide', () => {
      this.unloadBuffer.add(this.waiting().filter(({ clientMsgId }) => this.unsaved.has(clientMsgId)));
    });
    this.session.accountSignOuts.subscribe((forgotten) => {
      this.waiting.update((entries) => entries.filter(({ userId }) => userId !== forgotten));
      this.unloadBuffer.clear();
    });
    this.cache.recoveries.subscribe(() => void this.recall());
    this.tabs.changes.subscribe(() => void this.recall());
  }

  /** Reads the disk and merges it with the entries that only this page holds. */
  async recall(): Promise<void> {
    const saved = await this.cache.outbox.all();
    const left = this.unloadBuffer.entries().filter((entry) => !isIn(saved ?? [], entry));
    const kept = [...(saved ?? []), ...left].filter(({ clientMsgId }) => !this.settled.has(clientMsgId));
    // An entry that never reached the disk stays; one that left the disk was sent by another tab.
    const isHere = (entry: OutboxEntry): boolean =>
      !isIn(kept, entry) && (!saved || this.unsaved.has(entry.clientMsgId));
    this.waiting.update((entries) => inOrder([...kept, ...entries.filter(isHere)]));
    for (const { clientMsgId } of left) this.unsaved.add(clientMsgId);
    this.heardRecalls.next();
    const missing = saved ? this.waiting().filter((entry) => !isIn(saved, entry)) : [];
    await Promise.all(missing.map((entry) => this.save(entry)));
    this.unloadBuffer.clear();
    // Not before all entries are on the disk: they name the files that stay.
    if (saved && this.unsaved.size === 0) void this.cache.files.sweep(serverNow() - sweptAfterMs);
  }

  find(clientMsgId: ClientMsgId): OutboxEntry | undefined {
    return this.waiting().find((entry) => entry.clientMsgId === clientMsgId);
  }

  /** Whether an entry with this id was held before, sent or not. */
  knows(clientMsgId: ClientMsgId): boolean {
    return this.settled.has(clientMsgId) || this.find(clientMsgId) !== undefined;
  }

  /** Greater than the position of every entry. A clock that was set back must not let a later text overtake an earlier one. */
  positionAt(now: number): number {
    return Math.max(now, (this.waiting().at(-1)?.position ?? 0) + 1);
  }

  /** Holds the entry when it returns; resolves when the disk stored or refused it. */
  put(entry: OutboxEntry): Promise<void> {
    const { clientMsgId } = entry;
    this.waiting.update((entries) => inOrder([...entries.filter((other) => other.clientMsgId !== clientMsgId), entry]));
    return this.save(entry);
  }

  /** Removes an entry permanently: it was acknowledged, replaced or discarded. */
  settle(clientMsgId: ClientMsgId): void {
    if (!this.find(clientMsgId)) return;
    this.waiting.update((entries) => entries.filter((entry) => entry.clientMsgId !== clientMsgId));
    this.unsaved.delete(clientMsgId);
    this.settled.add(clientMsgId);
    void this.cache.outbox.remove(clientMsgId).then(() => {
      this.tabs.announce();
    });
  }

  /**
   * Makes the messages among these entries one draft in each room, and each edit a draft of its message. The latest come
   * first: each message goes before the others. A failed edit stays with its message.
   */
  giveBack(isOne: (entry: OutboxEntry) => boolean): void {
    for (const entry of this.waiting().toReversed()) {
      const isOver = entry.kind === 'edit' && entry.state !== 'pending';
      if (!isText(entry) || isOver || !isOne(entry)) continue;
      this.drafts.giveBack(entry);
      this.settle(entry.clientMsgId);
    }
  }

  private async save(entry: OutboxEntry): Promise<void> {
    this.unsaved.add(entry.clientMsgId);
    if (!(await this.cache.outbox.save(entry))) return;
    this.unsaved.delete(entry.clientMsgId);
    this.tabs.announce();
  }
}

const isIn = (entries: readonly OutboxEntry[], { clientMsgId }: Pick<OutboxEntry, 'clientMsgId'>): boolean =>
  entries.some((other) => other.clientMsgId === clientMsgId);
