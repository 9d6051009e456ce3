import { describe, expect, it } from '@jest/globals';
import { accepted, commonReasons, refused, type Reply } from '@devchitchat/contracts';
import { PagedList } from './paged-list';

const late = commonReasons.serverLate.sentence;

type Answer = Reply<{ readonly items: readonly string[]; readonly next: unknown }>;

/** A list whose requests the spec answers by hand. */
function asked() {
  const questions: { readonly after: unknown; readonly answer: (answer: Answer) => Promise<void> }[] = [];
  const list = new PagedList<string>(
    (after) =>
      new Promise((resolve) => {
        const answer = async (reply: Answer): Promise<void> => {
          resolve(reply);
          await new Promise((done) => setTimeout(done));
        };
        questions.push({ after, answer });
      }),
  );
  const page = (next: unknown, ...items: string[]): Answer => accepted({ items, next });
  return { list, questions, page };
}

describe('a paged list', () => {
  it('appends each page after the one before', async () => {
    const { list, questions, page } = asked();
    void list.load();
    expect([list.items(), list.loading()]).toEqual([null, true]);
    await questions[0]!.answer(page(7, 'a', 'b'));
    expect([list.items(), list.hasMore(), list.loading()]).toEqual([['a', 'b'], true, false]);
    void list.more();
    void list.more();
    expect(questions.map(({ after }) => after)).toEqual([null, 7]);
    await questions[1]!.answer(page(null, 'c'));
    expect([list.items(), list.hasMore()]).toEqual([['a', 'b', 'c'], false]);
  });

  it('ignores a reply after a later request', async () => {
    const { list, questions, page } = asked();
    void list.load();
    void list.load();
    await questions[1]!.answer(page(null, 'new'));
    await questions[0]!.answer(page(3, 'old'));
    expect([list.items(), list.hasMore()]).toEqual([['new'], false]);
  });

  it('keeps its items when a page is refused, and requests that page again', async () => {
    const { list, questions, page } = asked();
    void list.load();
    await questions[0]!.answer(page(7, 'a'));
    void list.more();
    await questions[1]!.answer(refused(commonReasons.serverLate));
    expect([list.items(), list.problem(), list.hasMore()]).toEqual([['a'], late, true]);
    void list.retry();
    expect([questions[2]!.after, list.problem()]).toEqual([7, '']);
  });
});
