import type { Page } from '@playwright/test';

/** Source text that runs in the page; the tests are compiled without DOM types. */
const readEverything = `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      texts.push(JSON.stringify(await done(database.transaction(store).objectStore(store).getAll())));
    }
    database.close();
  }
  return texts.join('\\n');
})()`;

/** Everything that a page has stored in this browser: IndexedDB, localStorage and sessionStorage, as JSON. */
export const everythingKept = (page: Page): Promise<string> => page.evaluate<string>(readEverything);
