import { accepted, type DraftOf, type Reply, type ReplyTo, type ValueOf } from '@devchitchat/contracts';
import type { Connection, Named, SocketCommand } from './connection';

/** The commands that answer with a page of a list and the start of the next one. */
export type PagedName = {
  [Name in SocketCommand['name']]: 'next' extends keyof ValueOf<Named<Name>> ? Name : never;
}[SocketCommand['name']];

/**
 * Requests one page after another, each after `next` of the previous one. Ends with the last page or with a refusal.
 */
export async function* pages<Name extends PagedName>(
  connection: Pick<Connection, 'ask'>,
  name: Name,
  draft: DraftOf<Named<Name>>,
): AsyncGenerator<ReplyTo<Named<Name>>, void> {
  let after: unknown;
  do {
    const reply = await connection.ask(name, { ...(draft as object), ...(after !== undefined && { after }) } as DraftOf<
      Named<Name>
    >);
    yield reply;
    after = reply.ok ? ((reply.value as { readonly next: unknown }).next ?? undefined) : undefined;
  } while (after !== undefined);
}

/** The items of all pages, or the first refusal. */
export async function wholeList<Name extends PagedName, Item>(
  connection: Pick<Connection, 'ask'>,
  name: Name,
  draft: DraftOf<Named<Name>>,
  itemsOf: (page: ValueOf<Named<Name>>) => readonly Item[],
): Promise<Reply<Item[]>> {
  const items: Item[] = [];
  for await (const reply of pages(connection, name, draft)) {
    if (!reply.ok) return reply;
    items.push(...itemsOf(reply.value));
  }
  return accepted(items);
}
