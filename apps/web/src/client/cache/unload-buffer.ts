import { keepLocally, localList } from '../../platform/browser/local-store';

/**
 * Synchronous localStorage fallback for writes that IndexedDB may not finish before the page is unloaded.
 */
export class UnloadBuffer<Entry> {
  private readonly key: string;

  /**
   * @param subject name of the buffer; unique on the page
   *
   * @param idOf distinguishes the entries of several tabs, which may be unloaded at the same time
   */
  constructor(
    subject: string,
    private readonly idOf: (entry: Entry) => string,
  ) {
    this.key = `devchitchat ${subject}`;
  }

  add(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    const ids = new Set(entries.map((entry) => this.idOf(entry)));
    const others = this.entries().filter((entry) => !ids.has(this.idOf(entry)));
    keepLocally(this.key, JSON.stringify([...others, ...entries]));
  }

  /** The entries that earlier pages added, until `clear`. */
  entries(): readonly Entry[] {
    return localList(this.key) as readonly Entry[];
  }

  clear(): void {
    keepLocally(this.key, null);
  }
}
