import { computed, inject, Injectable, signal } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { injectCache } from '../cache/browser-cache';
import { LastWords } from '../cache/last-words';
import { Session } from '../session/session';

/** Milliseconds between a change and its writing. */
const patienceMs = 300;

/** What was begun in each room and not sent. Kept in this browser, through restarts, until it is sent or one signs out. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly cache = injectCache();
  private readonly session = inject(Session);
  private readonly texts = signal<ReadonlyMap<RoomId, string>>(new Map());
  /** The rooms in which something was begun. */
  readonly rooms = computed<ReadonlySet<RoomId>>(
    () => new Set([...this.texts()].filter(([, text]) => text.trim() !== '').map(([roomId]) => roomId)),
  );
  private readonly unsaved = new Set<RoomId>();
  /** An empty text was sent, or taken back. */
  private readonly lastWords = new LastWords<readonly [RoomId, string]>('drafts');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.session.ends.subscribe(() => {
      this.unsaved.clear();
      this.texts.set(new Map());
      this.lastWords.forget();
    });
    document.addEventListener('visibilitychange', () => {
      this.save();
    });
    window.addEventListener('pagehide', () => {
      this.save();
      this.lastWords.leave([...this.unsaved].map((roomId) => [roomId, this.of(roomId)]));
    });
  }

  async recall(): Promise<void> {
    const left = this.lastWords.left();
    this.texts.set(new Map([...(await this.cache.drafts()), ...left].filter(([, text]) => text !== '')));
    for (const [roomId] of left) this.unsaved.add(roomId);
    this.save();
  }

  any(): boolean {
    return this.rooms().size > 0;
  }

  of(roomId: RoomId): string {
    return this.texts().get(roomId) ?? '';
  }

  keep(roomId: RoomId, text: string): void {
    if (text === this.of(roomId)) return;
    this.texts.update((before) => {
      const texts = new Map(before);
      if (text === '') texts.delete(roomId);
      else texts.set(roomId, text);
      return texts;
    });
    this.unsaved.add(roomId);
    // What was sent must not stand there again after a crash.
    if (text === '') this.save();
    else this.timer ??= setTimeout(() => this.save(), patienceMs);
  }

  private save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const roomId of this.unsaved) void this.saveIn(roomId);
  }

  private async saveIn(roomId: RoomId): Promise<void> {
    const text = this.of(roomId);
    await this.cache.saveDraft(roomId, text);
    // What was written meanwhile is saved on its own.
    if (text !== this.of(roomId)) return;
    this.unsaved.delete(roomId);
    if (this.unsaved.size === 0) this.lastWords.forget();
  }
}
