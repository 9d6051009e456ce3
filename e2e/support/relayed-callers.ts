import type { Page } from '@playwright/test';
import type { Caller } from './callers';

/** The routes of this page's connections, such as `relay/udp`. */
export const waysOf = (page: Page) =>
  page.evaluate<string[]>(`Promise.all(window.links.map(async (link) => {
    const stats = new Map(await link.getStats());
    const transport = [...stats.values()].find(({ type }) => type === 'transport');
    const local = stats.get(stats.get(transport?.selectedCandidatePairId)?.localCandidateId);
    return local?.candidateType + '/' + local?.relayProtocol;
  }))`);

/** Joins the call, checks “Through the relay only”, and leaves. */
export async function insistOnRelay(caller: Caller): Promise<void> {
  await caller.join();
  await caller.button('Devices').click();
  const dialog = caller.page.getByRole('dialog', { name: 'Devices' });
  await dialog.getByRole('checkbox', { name: 'Through the relay only' }).check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await caller.leave();
}
