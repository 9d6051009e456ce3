import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { SearchReader } from './search.reader';
import type { SearchAnswer, SearchQuestion } from './search.thread';

/** Kibibytes of the file that are kept in memory. */
const cache = 8_192;

/** The other thread: looks things up in a connection of its own, one question after the other. */
const sqlite = new BetterSqlite3(workerData as string, { readonly: true, fileMustExist: true });
sqlite.pragma(`cache_size = -${cache}`);
const reader = new SearchReader(sqlite);

parentPort?.on('message', ({ id, plan }: SearchQuestion) => {
  parentPort?.postMessage({ id, finding: reader.find(plan) } satisfies SearchAnswer);
});
