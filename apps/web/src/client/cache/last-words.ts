import { keepLocally, localList } from '../../platform/browser/local-store';

/**
 * What a page that goes away has not got into the cache yet. The cache takes its time, and may be stopped at it; what is left
 * here is kept before the page is gone.
 */
export class LastWords<Word> {
  private readonly key: string;

  /**
   * @param subject what it is about; no two of the page have the same
   * @param idOf tells the words of several tabs apart, which may all go away at once
   */
  constructor(
    subject: string,
    private readonly idOf: (word: Word) => string,
  ) {
    this.key = `devchitchat ${subject}`;
  }

  leave(words: readonly Word[]): void {
    if (words.length === 0) return;
    const ids = new Set(words.map((word) => this.idOf(word)));
    const others = this.left().filter((word) => !ids.has(this.idOf(word)));
    keepLocally(this.key, JSON.stringify([...others, ...words]));
  }

  /** What the page before left; it stays there until it is forgotten. */
  left(): readonly Word[] {
    return localList(this.key) as readonly Word[];
  }

  forget(): void {
    keepLocally(this.key, null);
  }
}
