import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { SearchReader } from './search.reader';
import type { SearchAnswer, SearchQuestion } from './search.thread';

/** Page cache in kibibytes. */
const cache = 8_192;

/** The search thread: answers one search after another, on its own connection. */
const sqlite = new BetterSqlite3(workerData as string, { readonly: true, fileMustExist: true });
sqlite.pragma(`cache_size = -${cache}`);
const reader = new SearchReader(sqlite);

parentPort?.on('message', ({ id, plan }: SearchQuestion) => {
  parentPort?.postMessage({ id, finding: reader.find(plan) } satisfies SearchAnswer);
});
