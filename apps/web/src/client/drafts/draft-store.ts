import { signal } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';
import type { Cache } from '../cache/cache';
import { UnloadBuffer } from '../cache/unload-buffer';
import { draftKey, isWorthKeeping, sameText, type Draft } from '../unsent/draft-policy';

/** Milliseconds between a change and its write. */
const saveDelayMs = 300;

/** Sent to the other tabs: the draft with this key changed from `was` to `now`. */
export interface DraftNews {
  readonly key: string;
  readonly was: Draft | undefined;
  readonly now: Draft | undefined;
}

/** A draft that a page had no time to write before it was unloaded; `null` for a sent one. */
interface LastDraft {
  readonly key: string;
  readonly draft: Draft | null;
}

/**
 * The drafts of every user of this browser, by `draftKey`: held in memory, written to the disk a moment later, and
 * shared with the other tabs. A draft ends when it is sent or discarded, or when its author signs out.
 */
export class DraftStore {
  private readonly held = signal<ReadonlyMap<string, Draft>>(new Map());
  readonly all = this.held.asReadonly();
  /** The drafts as the other tabs know them: as last sent to them or received from them. */
  private readonly told = new Map<string, Draft>();
  /** The text that this tab knows to be on the disk. */
  private readonly written = new Map<string, string>();
  private readonly unsaved = new Set<string>();
  private readonly unloadBuffer = new UnloadBuffer<LastDraft>('begun', ({ key }) => key);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly disk: Cache['drafts'],
    private readonly tell: (news: DraftNews) => void,
  ) {}

  get(key: string): Draft | undefined {
    return this.held().get(key);
  }

  /** Stores a draft and writes it to the disk a moment later. Removes one that is not worth keeping. */
  put(draft: Draft): void {
    const key = draftKey(draft);
    if (!isWorthKeeping(draft)) return this.remove(key);
    this.hold(key, draft);
    this.unsaved.add(key);
    this.saveSoon();
  }

  /** Removes a draft from the disk at once: a sent text must not reappear after a crash. */
  remove(key: string): void {
    if (!this.held().has(key) && !this.told.has(key)) return;
    this.hold(key, undefined);
    this.unsaved.add(key);
    this.save();
  }

  /** Starts every pending write before it returns. */
  save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const key of this.unsaved) void this.saveOne(key);
  }

  /** Stores what the disk may not have written before the page is unloaded. */
  leave(): void {
    this.save();
    this.unloadBuffer.add([...this.unsaved].map((key) => ({ key, draft: this.get(key) ?? null })));
  }

  /**
   * Reads the drafts from the disk: at the start, and when a frozen tab becomes visible. Drafts written here meanwhile
   * stay.
   *
   * @returns the drafts on the disk if this store was empty before; else `null`
   */
  async recall(): Promise<readonly Draft[] | null> {
    const kept = await this.disk.all();
    const found = new Map(kept?.map((draft) => [draftKey(draft), draft] as const));
    for (const [key, { text }] of found) this.written.set(key, text);
    const left = this.unloadBuffer.entries();
    for (const { key, draft } of left) {
      if (draft) found.set(key, draft);
      else found.delete(key);
    }
    const isFirst = this.held().size === 0;
    for (const key of new Set([...found.keys(), ...(kept ? this.told.keys() : [])])) {
      // Missing on the disk: another tab sent or discarded it.
      if (!this.unsaved.has(key)) this.adopt(key, this.told.get(key), found.get(key));
    }
    for (const { key } of left) this.unsaved.add(key);
    if (kept) for (const key of this.held().keys()) if (!found.has(key)) this.unsaved.add(key);
    this.save();
    return isFirst ? [...found.values()] : null;
  }

  /** Another tab changed a draft. */
  hear({ key, was, now }: DraftNews): void {
    this.adopt(key, was, now);
    // The other tab overwrote it, or removed it from the disk.
    if (!sameText(this.get(key), now)) this.unsaved.add(key);
    this.saveSoon();
  }

  /** Drops every draft of a user who signed out. */
  forget(userId: UserId): void {
    const isTheirs = (key: string): boolean => key.startsWith(`${userId} `);
    for (const keys of [this.unsaved, this.told, this.written])
      for (const key of keys.keys()) if (isTheirs(key)) keys.delete(key);
    this.held.update((held) => new Map([...held].filter(([key]) => !isTheirs(key))));
    this.unloadBuffer.clear();
  }

  /** Adopts another tab's version, unless the user wrote something else here since both were equal. */
  private adopt(key: string, was: Draft | undefined, now: Draft | undefined): void {
    if (!sameText(this.get(key), was)) return;
    this.hold(key, now);
    if (now) this.told.set(key, now);
    else this.told.delete(key);
  }

  private hold(key: string, draft: Draft | undefined): void {
    this.held.update((before) => {
      const held = new Map(before);
      if (draft) held.set(key, draft);
      else held.delete(key);
      return held;
    });
  }

  private saveSoon(): void {
    if (this.unsaved.size > 0) this.timer ??= setTimeout(() => this.save(), saveDelayMs);
  }

  private async saveOne(key: string): Promise<void> {
    const [was, now] = [this.told.get(key), this.get(key)];
    if (now) this.told.set(key, now);
    else this.told.delete(key);
    const isWritten = now
      ? this.disk.save(now)
      : this.disk.remove(
          key,
          [was, this.written.get(key)].flatMap((known) => (typeof known === 'string' ? known : (known?.text ?? []))),
        );
    if (!sameText(was, now) || was?.clientMsgId !== now?.clientMsgId) this.tell({ key, was, now });
    // A failed write waits for the next save; a change made meanwhile is saved separately.
    if (!(await isWritten)) return;
    if (now) this.written.set(key, now.text);
    else this.written.delete(key);
    if (this.get(key) !== now) return;
    this.unsaved.delete(key);
    if (this.unsaved.size === 0) this.unloadBuffer.clear();
  }
}
