import { limits, type RoomId } from '@devchitchat/contracts';
import { piecesThatStall } from '@devchitchat/contracts/testing';
import { MessagingFile } from '../testing/messaging-file';
import { ada } from '../testing/people';
import { Effort } from './effort';
import { factsOf, partsOf, wordsOf } from './indexed-text';
import { matchIn } from './match';
import { parseQuery, type Term } from './search-query';
import { SearchReader } from './search.reader';
import { snippetOf } from './snippet';

const message = (text: string) => ({ roomId: 'r_0000000000000000' as RoomId, userId: ada, text, handles: [] });

const queries = [
  'c#',
  'a',
  '"a a a a a a a a b"',
  '-x !== a/b',
  'é',
  '漢',
  'aaa',
  '🎲',
  '(((',
  'a b c d e f g h i j k',
].map((text) => parseQuery(text).terms);

const [signs, parts] = ['a#', 'aaa'].map((text) => parseQuery(text).terms) as [Term[], Term[]];
const shown = (text: string, terms: readonly Term[]) => snippetOf(text, matchIn(text, terms) ?? { ranges: [] });

const stepsIn = (text: string): number => {
  const effort = new Effort();
  for (const terms of queries) matchIn(text, terms, effort);
  return effort.spent;
};

describe('a hostile text', () => {
  it.each([
    ['parsed as a query', (text: string) => parseQuery(text), 10_000],
    ['put into the index of words', (text: string) => wordsOf(message(text)), limits.messageBytes],
    ['put into the index of parts', (text: string) => partsOf(message(text)), limits.messageBytes],
    ['searched for its facts', (text: string) => factsOf(message(text)), limits.messageBytes],
    ['searched for signs', (text: string) => shown(text, signs), limits.messageBytes],
    ['searched for parts', (text: string) => shown(text, parts), limits.messageBytes],
  ])('is %s in linear time', (_what, run, length) => {
    expect(piecesThatStall(run, length)).toEqual([]);
  });

  it.each(['c# ', 'a ', 'é', 'ab.', '漢', '🎲', '-x', 'aaa', 'a\u0301', '!=='])(
    'of %j takes twice as many steps when twice as long',
    (piece) => {
      const steps = stepsIn(piece.repeat(1_000));
      expect(stepsIn(piece.repeat(2_000))).toBeLessThanOrEqual(2 * steps + 100);
    },
  );

  it('has no more match ranges than a snippet can show', () => {
    const match = matchIn('c# '.repeat(2_600), parseQuery('c#').terms);
    expect(match).toMatchObject({ found: [{ count: 100 }], ranges: { length: 40 } });
  });

  it('ends the search at its effort limit, with the hits so far', async () => {
    await using messaging = await MessagingFile.open();
    const roomId = await messaging.room('public', 'kitchen', [ada]);
    for (let i = 0; i < 6; i++) await messaging.send(ada, roomId, 'c# '.repeat(2_600));
    const plan = {
      terms: parseQuery('c#').terms,
      rooms: [{ roomId, historyStart: 1 }],
      facts: [],
      since: 0,
      until: Number.MAX_SAFE_INTEGER,
      pinned: false,
      sort: 'newest' as const,
      offset: 0,
      limit: 20,
    };
    const { sqlite } = messaging.database;
    expect(new SearchReader(sqlite).find(plan)).toMatchObject({ hits: { length: 6 }, complete: true });
    const hurried = new SearchReader(sqlite, 60_000).find(plan);
    expect(hurried).toMatchObject({ hits: [{ msgId: 6 }, { msgId: 5 }, { msgId: 4 }], complete: false });
  });
});
