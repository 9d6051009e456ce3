import type { MsgId, RoomId } from '@devchitchat/contracts';
import type { Sqlite } from '@devchitchat/service-kit';
import { factsExpression, partsExpression, wordsExpression } from './expressions';
import { facts, type Searched, type SearchedFile } from './indexed-text';
import type { SearchPlan } from './plan';
import { commonFrom } from './rank';
import type { Candidate, Texts } from './scan';

/**
 * Maximum number of rooms that are named to the index. With more, checking each room takes longer than checking all
 * messages.
 */
const maxNamedRooms = 64;

/**
 * Up to this many messages, all messages of the rooms are compared, which is faster than the indexes, since those cover
 * every other room too.
 */
const fewMessages = 2_000;

const columns = `m.msg_id AS msgId, m.room_id AS roomId, m.seq, m.user_id AS userId, m.ts, m.revision,
  coalesce(m.words_event_id, m.event_id) AS wordsEventId`;

const foundIn = (index: string) => `SELECT ${columns} FROM ${index} CROSS JOIN messages m ON m.msg_id = ${index}.rowid
  WHERE ${index} MATCH ? AND m.ts >= ? AND m.ts < ? ORDER BY ${index}.rowid DESC`;

/** Finds the messages a search compares, newest first, with their texts. Only reads. */
export class CandidatesRepository implements Texts {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      byWords: sqlite.prepare<[string, number, number], Candidate>(foundIn('messages_fts')),
      byParts: sqlite.prepare<[string, number, number], Candidate>(foundIn('messages_parts')),
      all: sqlite.prepare<[number, number], Candidate>(
        `SELECT ${columns} FROM messages m WHERE m.ts >= ? AND m.ts < ? ORDER BY m.msg_id DESC`,
      ),
      pinned: sqlite.prepare<[string, number, number], Candidate>(
        `SELECT ${columns} FROM pins p JOIN messages m USING (msg_id)
        WHERE p.room_id IN (SELECT value FROM json_each(?)) AND m.ts >= ? AND m.ts < ? ORDER BY m.msg_id DESC`,
      ),
      content: sqlite.prepare<[number], string>('SELECT content_json FROM event_contents WHERE event_id = ?').pluck(),
      files: sqlite.prepare<[MsgId], string>('SELECT file_json FROM files WHERE msg_id = ? ORDER BY position').pluck(),
      handles: sqlite
        .prepare<[RoomId, number], string>('SELECT handle FROM message_mentions WHERE room_id = ? AND seq = ?')
        .pluck(),
      documents: sqlite
        .prepare<[string], number>(
          `SELECT count(*) FROM (SELECT 1 FROM messages_fts WHERE messages_fts MATCH ? LIMIT ${commonFrom})`,
        )
        .pluck(),
      roomSize: sqlite.prepare<[RoomId], number | null>('SELECT max(seq) FROM messages WHERE room_id = ?').pluck(),
      reindexing: sqlite.prepare<[], 1>('SELECT 1 FROM search_reindexing').pluck(),
      last: sqlite.prepare<[], number | null>('SELECT max(msg_id) FROM messages').pluck(),
    };
  }

  /** The number of messages, including deleted ones. */
  count(): number {
    return this.statements.last.get() ?? 0;
  }

  /** Whether messages of an earlier release are still indexed in a form that some queries do not find. */
  isReindexing(): boolean {
    return this.statements.reindexing.get() !== undefined;
  }

  /** The first event of a message holds its files too. Those of an edited message take a query more. */
  searchedIn({ msgId, revision, wordsEventId }: Candidate): Searched | undefined {
    const contentJson = this.statements.content.get(wordsEventId);
    if (contentJson === undefined) return undefined;
    const { text, files } = JSON.parse(contentJson) as Searched;
    if (revision === 0) return { text, files };
    return { text, files: this.statements.files.all(msgId).map((json) => JSON.parse(json) as SearchedFile) };
  }

  handlesIn(roomId: RoomId, seq: number): readonly string[] {
    return this.statements.handles.all(roomId, seq);
  }

  /** The queries to run, in order. */
  waysTo({ terms, rooms, facts: asked, since, until, pinned }: SearchPlan): (() => Iterable<Candidate>)[] {
    if (rooms.length === 0) return [];
    if (pinned) {
      const roomIds = JSON.stringify(rooms.map(({ roomId }) => roomId));
      return [() => this.statements.pinned.iterate(roomIds, since, until)];
    }
    const size = rooms.reduce((sum, { roomId }) => sum + (this.statements.roomSize.get(roomId) ?? 0), 0);
    const isNarrow = rooms.length <= maxNamedRooms && size < this.count() / 4;
    const named = isNarrow ? [rooms.map(({ roomId }) => facts.inRoom(roomId))] : [];
    const byFacts = factsExpression([...named, ...asked]);
    const words = wordsExpression(terms);
    const parts = partsExpression(terms);

    if (terms.length === 0 || (isNarrow && size <= fewMessages)) {
      if (byFacts === null) return [() => this.statements.all.iterate(since, until)];
      return [() => this.statements.byWords.iterate(byFacts, since, until)];
    }
    // Signs such as # are in no index.
    if (words === null && parts === null) {
      return [
        () =>
          byFacts === null
            ? this.statements.all.iterate(since, until)
            : this.statements.byWords.iterate(byFacts, since, until),
      ];
    }
    const byWords = words !== null && (byFacts === null ? words : `${words} AND ${byFacts}`);
    return [
      ...(byWords ? [() => this.statements.byWords.iterate(byWords, since, until)] : []),
      ...(parts === null ? [] : [() => this.statements.byParts.iterate(parts, since, until)]),
    ];
  }

  /** The number of messages that contain each term. A single term needs no comparison. */
  rarities({ terms }: SearchPlan): number[] {
    if (terms.length < 2) return [];
    return terms.map((term) => {
      const expression = wordsExpression([term]);
      return expression === null ? commonFrom : (this.statements.documents.get(expression) ?? commonFrom);
    });
  }
}
