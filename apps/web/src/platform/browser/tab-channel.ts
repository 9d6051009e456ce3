import { Subject } from 'rxjs';
import { broadcastChannel } from './capabilities';
import { keepLocally, onLocalChange } from './local-store';
import { newId } from './random';

/**
 * What one tab tells the others of this browser. Without a `BroadcastChannel` it goes through `localStorage`, whose changes
 * the other tabs hear; without either every tab is on its own.
 */
export class TabChannel<Word> {
  private readonly channel: BroadcastChannel | undefined;
  private readonly heardWords = new Subject<Word>();
  readonly words = this.heardWords.asObservable();

  /** @param name no two of the page have the same */
  constructor(private readonly name: string) {
    this.channel = broadcastChannel(name);
    this.channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
      this.heardWords.next(data);
    });
    if (!this.channel) onLocalChange(name, (text) => this.hear(text));
  }

  /** Never throws. */
  post(word: Word): void {
    try {
      if (this.channel) this.channel.postMessage(word);
      else this.postLocally(word);
    } catch {
      // A channel that was closed with its page has nobody left to tell.
    }
  }

  close(): void {
    this.channel?.close();
  }

  private postLocally(word: Word): void {
    // The same word twice would be no change, and nobody would hear of it.
    keepLocally(this.name, JSON.stringify({ word, id: newId() }));
    keepLocally(this.name, null);
  }

  private hear(text: string | null): void {
    if (text !== null) this.heardWords.next((JSON.parse(text) as { word: Word }).word);
  }
}
