import { computed, signal } from '@angular/core';
import { accepted, type DraftOf, type Reply, type ValueOf } from '@devchitchat/contracts';
import type { Connection, Named } from './connection';
import type { PagedName } from './whole-list';

/** Start of the next page, in the command's own form; `null` for the first page, or after the last. */
type Cursor = unknown;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: Cursor;
}

/** A list that loads page by page. Of several requests only the reply to the latest counts. */
export class PagedList<Item> {
  private readonly listed = signal<readonly Item[] | null>(null);
  private readonly next = signal<Cursor>(null);
  private readonly asking = signal(false);
  private readonly lastProblem = signal('');
  private latest: { readonly after: Cursor } = { after: null };

  /** `null` until the first page is loaded. */
  readonly items = this.listed.asReadonly();
  readonly hasMore = computed(() => this.next() !== null);
  readonly loading = this.asking.asReadonly();
  /** The reason the last page is missing, as a sentence. */
  readonly problem = this.lastProblem.asReadonly();

  constructor(private readonly ask: (after: Cursor) => Promise<Reply<Page<Item>>>) {}

  /** Loads the first page, which replaces the list. */
  load(): Promise<void> {
    return this.fetch(null);
  }

  /** Appends the next page. Does nothing while a page is loading. */
  async more(): Promise<void> {
    if (!this.asking() && this.hasMore()) await this.fetch(this.next());
  }

  /** Requests the failed page again. */
  retry(): Promise<void> {
    return this.fetch(this.latest.after);
  }

  prepend(item: Item): void {
    this.listed.update((items) => [item, ...(items ?? [])]);
  }

  /** Changes the loaded items. */
  update(change: (items: readonly Item[]) => readonly Item[]): void {
    this.listed.update((items) => items && change(items));
  }

  private async fetch(after: Cursor): Promise<void> {
    const question = { after };
    this.latest = question;
    this.asking.set(true);
    this.lastProblem.set('');
    const reply = await this.ask(after);
    if (question !== this.latest) return;
    this.asking.set(false);
    if (!reply.ok) return this.lastProblem.set(reply.error.message);
    const { items, next } = reply.value;
    this.listed.update((before) => (after === null ? items : [...(before ?? []), ...items]));
    this.next.set(next);
  }
}

/** The pages of a command's reply. `draft` is called anew for every page. */
export const pagedList = <Name extends PagedName, Item>(
  connection: Pick<Connection, 'ask'>,
  name: Name,
  draft: () => DraftOf<Named<Name>>,
  itemsOf: (page: ValueOf<Named<Name>>) => readonly Item[],
): PagedList<Item> =>
  new PagedList(async (after) => {
    const asked = { ...(draft() as object), ...(after !== null && { after }) } as DraftOf<Named<Name>>;
    const reply = await connection.ask(name, asked);
    if (!reply.ok) return reply;
    return accepted({ items: itemsOf(reply.value), next: (reply.value as { readonly next: Cursor }).next });
  });
