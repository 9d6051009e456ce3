import { Subject } from 'rxjs';
import { broadcastChannel } from './capabilities';
import { keepLocally, onLocalChange } from './local-store';
import { newId } from './random';

/**
 * Sends values from one tab to the other tabs of this browser. Without a `BroadcastChannel` it uses `localStorage`,
 * whose changes the other tabs receive; without either the tabs are isolated.
 */
export class TabChannel<Value> {
  private readonly channel: BroadcastChannel | undefined;
  private readonly received = new Subject<Value>();
  readonly values = this.received.asObservable();

  /**
   * @param name unique on the page
   */
  constructor(private readonly name: string) {
    this.channel = broadcastChannel(name);
    this.channel?.addEventListener('message', ({ data }: MessageEvent<Value>) => {
      this.received.next(data);
    });
    if (!this.channel) onLocalChange(name, (text) => this.hear(text));
  }

  /** Never throws. */
  post(value: Value): void {
    try {
      if (this.channel) this.channel.postMessage(value);
      else this.postLocally(value);
    } catch {
      // A channel that closed with its page has no receivers.
    }
  }

  close(): void {
    this.channel?.close();
  }

  private postLocally(value: Value): void {
    // Storing the same value twice would be no change, and fire no event.
    keepLocally(this.name, JSON.stringify({ word: value, id: newId() }));
    keepLocally(this.name, null);
  }

  private hear(text: string | null): void {
    if (text !== null) this.received.next((JSON.parse(text) as { word: Value }).word);
  }
}
