import { setTimeout as wait } from 'node:timers/promises';
import { Absentee, absenceKinds, timeUntilAllHearAll, type AbsenceKind } from '../support/absences';
import { Caller } from '../support/callers';
import { expect, test, withProduct } from '../support/fixtures';
import { roomMenu } from '../support/pages';
import { Product } from '../support/product';
import { startRelay } from '../support/relay';

const secret = 'a secret that the relay knows, too';

interface Round {
  readonly kind: AbsenceKind;
  readonly seconds: number;
  readonly who: 'first' | 'second' | 'both';
  /** Events during the absence. */
  readonly meanwhile: 'nothing' | 'restart' | 'end';
  /** Whether another tab is in front during the absence and until all callers hear each other again. */
  readonly hidden: boolean;
}

/** 54 rounds in which short and long absences alternate. `ROUNDS` limits them to the first so many. */
const rounds: readonly Round[] = [5, 25, 60]
  .flatMap((seconds) =>
    absenceKinds.flatMap((kind) =>
      (['first', 'second', 'both'] as const).flatMap((who): Omit<Round, 'hidden'>[] => [
        { kind, seconds, who, meanwhile: 'nothing' },
        ...(seconds === 5 ? [] : [{ kind, seconds: 25, who, meanwhile: seconds === 25 ? 'restart' : 'end' } as const]),
      ]),
    ),
  )
  .map((round, at) => ({ round: { ...round, hidden: at % 3 === 1 }, order: (at * 17) % 47 }))
  .sort((a, b) => a.order - b.order)
  .map(({ round }) => round)
  .slice(0, Number(process.env['ROUNDS'] ?? 50));

/** Returns the names in both lists of a page: in the call's stage and beside the room. */
async function listsOf({ page, call }: Caller): Promise<[string, string]> {
  const stage = await call.getByRole('list', { name: 'In the call' }).locator('b').allTextContents();
  const sidebar = await page.getByRole('list', { name: 'In the call in rounds' }).getByRole('listitem').allInnerTexts();
  const names = (texts: readonly string[]) =>
    texts
      .flatMap((text) => /Ada|Bob/.exec(text) ?? [])
      .sort()
      .join();
  return [names(stage), names(sidebar)];
}

test('after every absence all callers hear each other or see why not, and both lists of participants agree', async ({
  newPerson,
}) => {
  await using relay = await startRelay(secret);
  const TURN_URLS = `turn:127.0.0.1:${relay.port}?transport=udp`;
  const product = await Product.home({ environment: { TURN_URLS, TURN_SECRET: secret } });
  await withProduct(product, async ({ invite }) => {
    const people = await Caller.arrive('rounds', ['Ada', 'Bob'], newPerson, invite);
    const [ada] = people as [Caller, Caller];
    const absentees: Absentee[] = [];
    for (const caller of people) absentees.push(await Absentee.of(caller, relay.port));
    const enter = async () => {
      for (const caller of people) if ((await caller.call.count()) === 0) await caller.join();
      expect(await timeUntilAllHearAll(people)).not.toBeNull();
    };
    const failures: string[] = [];
    const times: number[] = [];
    for (const [at, { kind, seconds, who, meanwhile, hidden }] of rounds.entries()) {
      const name = `${at + 1}: ${kind}, ${seconds} s, ${who}, ${meanwhile}${hidden ? ', hidden' : ''}`;
      await enter();
      const away = absentees.filter((_, index) => who === 'both' || index === (who === 'first' ? 0 : 1));
      for (const absentee of away) await absentee.goAway(kind, hidden);
      const endsAt = performance.now() + seconds * 1_000;
      if (meanwhile === 'restart') await product.restart('home');
      // A caller without a connection cannot end a call, so it goes on.
      const canEnd = meanwhile === 'end' && (kind === 'media' || who === 'second');
      if (canEnd) await roomMenu(ada.page, 'End call for everyone');
      while (performance.now() < endsAt) {
        for (const caller of people) {
          const [stage, sidebar] = await listsOf(caller);
          const isIn = (await caller.call.count()) > 0;
          if (!isIn || stage === sidebar) continue;
          // The two lists were not read at the same moment.
          const [stageStill, sidebarStill] = await listsOf(caller);
          if (stageStill !== sidebarStill)
            failures.push(`${name}: ${caller.name} sees ${stageStill} and ${sidebarStill}`);
        }
        await wait(1_000);
      }
      if (meanwhile === 'restart') await product.healthy();
      for (const absentee of away) await absentee.comeBack();
      if (canEnd) {
        for (const { page } of people) await expect(page.getByText(/ended the call for every/)).toBeVisible();
      } else {
        const took = await timeUntilAllHearAll(people);
        test
          .info()
          .annotations.push({ type: 'round', description: `${name}: ${took === null ? 'never' : Math.round(took)}` });
        if (took === null) failures.push(`${name}: not all hear all`);
        else times.push(took);
      }
      if (hidden) for (const absentee of away) await absentee.show();
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? NaN);
    const description = `${times.length} returns, until all hear all: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, at most ${at(1)} ms`;
    test.info().annotations.push({ type: 'absences', description });
    await test.info().attach('absences', { body: [description, ...failures].join('\n'), contentType: 'text/plain' });
    for (const absentee of absentees) await absentee[Symbol.asyncDispose]();
    expect(failures).toEqual([]);
  });
});
