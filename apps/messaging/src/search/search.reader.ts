import type { MsgId, RoomId, UserId } from '@devchitchat/contracts';
import type { Sqlite } from '@devchitchat/service-kit';
import { Effort } from './effort';
import { factsExpression, partsExpression, wordsExpression } from './expressions';
import { facts, factsOf } from './indexed-text';
import { matchIn, type Match } from './match';
import type { SearchPlan } from './plan';
import { commonFrom, ranked } from './rank';
import { snippetOf } from './snippet';

/** So many of the newest matches are ranked against each other, and then so many older ones. */
const rankedTogether = 100;

/** Milliseconds after which a search is content with what it has. */
const patience = 250;

/** Steps after which it is, too: ten thousand short messages, or two hundred long ones that are made to be hard. */
const mostEffort = 5_000_000;

/** More rooms than these are not named to the index: it would take longer to look at each than at all messages. */
const mostNamedRooms = 64;

/** In rooms with no more messages than these, each is looked at: quicker than the indexes, which know of all the others, too. */
const fewMessages = 2_000;

export interface SearchHit {
  readonly msgId: MsgId;
  /** The one that was looked at. */
  readonly revision: number;
  /** The part around the first match. */
  readonly snippet: string;
  /** What the text and the snippet take as JSON. */
  readonly bytes: number;
}

export interface SearchFinding {
  readonly hits: readonly SearchHit[];
  readonly more: boolean;
  readonly complete: boolean;
}

interface Row {
  readonly msgId: MsgId;
  readonly roomId: RoomId;
  readonly seq: number;
  readonly userId: UserId;
  readonly ts: number;
  readonly revision: number;
  readonly wordsEventId: number;
}

interface Hit extends Row {
  readonly match: Match;
}

const row = `m.msg_id AS msgId, m.room_id AS roomId, m.seq, m.user_id AS userId, m.ts, m.revision,
  coalesce(m.words_event_id, m.event_id) AS wordsEventId`;

const foundIn = (index: string) => `SELECT ${row} FROM ${index} CROSS JOIN messages m ON m.msg_id = ${index}.rowid
  WHERE ${index} MATCH ? AND m.ts >= ? AND m.ts < ? ORDER BY ${index}.rowid DESC`;

/**
 * Finds messages. The indexes only say which ones to look at, the newest first; each is read and compared before it counts.
 * Reads, and nothing else: on a connection of its own it sees what is committed and is in nobody's way.
 */
export class SearchReader {
  private readonly statements;

  constructor(
    sqlite: Sqlite,
    private readonly effort = mostEffort,
  ) {
    this.statements = {
      byWords: sqlite.prepare<[string, number, number], Row>(foundIn('messages_fts')),
      byParts: sqlite.prepare<[string, number, number], Row>(foundIn('messages_parts')),
      all: sqlite.prepare<[number, number], Row>(
        `SELECT ${row} FROM messages m WHERE m.ts >= ? AND m.ts < ? ORDER BY m.msg_id DESC`,
      ),
      pinned: sqlite.prepare<[string, number, number], Row>(
        `SELECT ${row} FROM pins p JOIN messages m USING (msg_id)
        WHERE p.room_id IN (SELECT value FROM json_each(?)) AND m.ts >= ? AND m.ts < ? ORDER BY m.msg_id DESC`,
      ),
      content: sqlite.prepare<[number], string>('SELECT content_json FROM event_contents WHERE event_id = ?').pluck(),
      handles: sqlite
        .prepare<[RoomId, number], string>('SELECT handle FROM message_mentions WHERE room_id = ? AND seq = ?')
        .pluck(),
      documents: sqlite
        .prepare<[string], number>(
          `SELECT count(*) FROM (SELECT 1 FROM messages_fts WHERE messages_fts MATCH ? LIMIT ${commonFrom})`,
        )
        .pluck(),
      roomSize: sqlite.prepare<[RoomId], number | null>('SELECT max(seq) FROM messages WHERE room_id = ?').pluck(),
      last: sqlite.prepare<[], number | null>('SELECT max(msg_id) FROM messages').pluck(),
    };
  }

  find(plan: SearchPlan): SearchFinding {
    const { terms, offset, limit, sort } = plan;
    const all = this.statements.last.get() ?? 0;
    const isRanked = sort === 'best' && terms.length > 0;
    const wanted = offset + limit + 1;
    const depth = isRanked ? Math.ceil(wanted / rankedTogether) * rankedTogether : wanted;
    const looking = new Looking(plan, this.statements, new Effort(this.effort), performance.now() + patience);

    const ways = this.waysTo(plan, all);
    for (const [at, way] of ways.entries()) {
      // Parts come after words, so that they are needed only where words do not fill the page.
      if (at > 0 && isRanked && looking.hits.length >= wanted) break;
      looking.through(way(), at > 0 && isRanked ? depth - looking.hits.length : depth);
    }
    const rarities = isRanked ? this.rarities(plan) : [];
    const hits = isRanked
      ? blocksOf(looking.hits).flatMap((block) => ranked(block, rarities, all))
      : looking.hits.sort((a, b) => b.msgId - a.msgId);
    return {
      hits: hits.slice(offset, offset + limit).map((hit) => this.shown(hit)),
      more: hits.length > offset + limit,
      complete: looking.complete,
    };
  }

  /** Made here and not where it is answered, because it takes time in proportion to the text. */
  private shown({ msgId, revision, wordsEventId, match }: Hit): SearchHit {
    const text = textOf(this.statements.content.get(wordsEventId)) ?? '';
    const snippet = snippetOf(text, match);
    return { msgId, revision, snippet, bytes: bytesOf(text) + bytesOf(snippet) };
  }

  /** Where to look, and where to look next. */
  private waysTo(
    { terms, rooms, facts: asked, since, until, pinned }: SearchPlan,
    all: number,
  ): (() => Iterable<Row>)[] {
    if (rooms.length === 0) return [];
    if (pinned) {
      const roomIds = JSON.stringify(rooms.map(({ roomId }) => roomId));
      return [() => this.statements.pinned.iterate(roomIds, since, until)];
    }
    const size = rooms.reduce((sum, { roomId }) => sum + (this.statements.roomSize.get(roomId) ?? 0), 0);
    const isNarrow = rooms.length <= mostNamedRooms && size < all / 4;
    const named = isNarrow ? [rooms.map(({ roomId }) => facts.inRoom(roomId))] : [];
    const byFacts = factsExpression([...named, ...asked]);
    const words = wordsExpression(terms);
    const parts = partsExpression(terms);

    if (terms.length === 0 || (isNarrow && size <= fewMessages)) {
      if (byFacts === null) return [() => this.statements.all.iterate(since, until)];
      return [() => this.statements.byWords.iterate(byFacts, since, until)];
    }
    const byWords = words !== null && (byFacts === null ? words : `${words} AND ${byFacts}`);
    return [
      ...(byWords ? [() => this.statements.byWords.iterate(byWords, since, until)] : []),
      ...(parts === null ? [] : [() => this.statements.byParts.iterate(parts, since, until)]),
    ];
  }

  /** In how many messages each term stands. What is asked for alone is as rare as itself. */
  private rarities({ terms }: SearchPlan): number[] {
    if (terms.length < 2) return [];
    return terms.map((term) => {
      const expression = wordsExpression([term]);
      return expression === null ? commonFrom : (this.statements.documents.get(expression) ?? commonFrom);
    });
  }
}

/** One search under way. */
class Looking {
  readonly hits: Hit[] = [];
  complete = true;
  private readonly rooms: ReadonlyMap<RoomId, number>;
  private readonly seen = new Set<MsgId>();

  constructor(
    private readonly plan: SearchPlan,
    private readonly statements: {
      readonly content: { get(eventId: number): string | undefined };
      readonly handles: { all(roomId: RoomId, seq: number): string[] };
    },
    private readonly effort: Effort,
    private readonly deadline: number,
  ) {
    this.rooms = new Map(plan.rooms.map(({ roomId, historyStart }) => [roomId, historyStart]));
  }

  /** Takes what matches, `most` at most, until time is up or enough was looked at. */
  through(rows: Iterable<Row>, most: number): void {
    let left = most;
    for (const row of rows) {
      if (this.effort.isSpent || performance.now() > this.deadline) {
        this.complete = false;
        return;
      }
      const hit = this.looked(row);
      if (!hit) continue;
      this.hits.push(hit);
      this.seen.add(row.msgId);
      if (--left <= 0) return;
    }
  }

  private looked(row: Row): Hit | null {
    const { roomId, seq, msgId } = row;
    if (seq < (this.rooms.get(roomId) ?? Infinity) || this.seen.has(msgId)) return null;
    const text = textOf(this.statements.content.get(row.wordsEventId));
    if (text === undefined || !this.hasFacts(row, text)) return null;
    const match = matchIn(text, this.plan.terms, this.effort);
    return match && { ...row, match };
  }

  private hasFacts({ roomId, userId, seq }: Row, text: string): boolean {
    if (this.plan.facts.length === 0) return true;
    const words = new Set(
      factsOf({ roomId, userId, text, handles: this.statements.handles.all(roomId, seq) }).split(' '),
    );
    return this.plan.facts.every((list) => list.some((fact) => words.has(fact)));
  }
}

const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text));

const textOf = (contentJson: string | undefined): string | undefined =>
  contentJson === undefined ? undefined : (JSON.parse(contentJson) as { text: string }).text;

function blocksOf(hits: readonly Hit[]): Hit[][] {
  const count = Math.ceil(hits.length / rankedTogether);
  return Array.from({ length: count }, (_, at) => hits.slice(at * rankedTogether, (at + 1) * rankedTogether));
}
