import { Subject } from 'rxjs';
import { broadcastChannel } from './capabilities';
import { keepLocally, onLocalChange } from './local-store';
import { newId } from './random';

/**
 * Sends values from one tab to the other tabs of this browser. Without a `BroadcastChannel` it uses `localStorage`,
 * whose changes the other tabs receive; without either the tabs are isolated.
 */
export class TabChannel<Word> {
  private readonly channel: BroadcastChannel | undefined;
  private readonly heardWords = new Subject<Word>();
  readonly words = this.heardWords.asObservable();

  /**
   * @param name unique on the page
   */
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
      // A channel that closed with its page has no receivers.
    }
  }

  close(): void {
    this.channel?.close();
  }

  private postLocally(word: Word): void {
    // Storing the same value twice would be no change, and fire no event.
    keepLocally(this.name, JSON.stringify({ word, id: newId() }));
    keepLocally(this.name, null);
  }

  private hear(text: string | null): void {
    if (text !== null) this.heardWords.next((JSON.parse(text) as { word: Word }).word);
  }
}
