import type { Page } from '@playwright/test';

/** Runs in the page, and is text because the tests themselves know no browser. */
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

/** Everything a page has kept in this browser: IndexedDB and both storages, as JSON. */
export const everythingKept = (page: Page): Promise<string> => page.evaluate<string>(readEverything);
