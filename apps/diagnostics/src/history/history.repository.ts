import type { HistoryPoint, Problem, ProcessName } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { Sample } from './worst-of';

type ProblemOf = Problem & { readonly process: ProcessName };

/** Maximum stored problems, so that a storm does not fill the disk. */
const maxProblems = 500;
/** Maximum stored uptimes per process, so that a crash loop does not fill the disk. */
const maxUptimes = 1_000;

/** Measurements and problems of the last hours. Write only inside GroupCommit. */
@Injectable()
export class HistoryRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      addSample: sqlite.prepare('INSERT OR REPLACE INTO samples VALUES (?, ?, ?, ?, ?, ?)'),
      addProblem: sqlite.prepare('INSERT INTO problems (process, at, problem_json) VALUES (?, ?, ?)'),
      addRun: sqlite.prepare('INSERT OR IGNORE INTO lives VALUES (?, ?, ?)'),
      series: sqlite.prepare<[number, ProcessName, number], HistoryPoint>(`
        SELECT at - at % ? AS at, max(memory_bytes) AS memoryBytes, max(event_loop_delay_ms) AS eventLoopDelayP99Ms,
          max(largest_batch) AS largestBatch, max(sockets) AS sockets
        FROM samples WHERE process = ? AND at >= ? GROUP BY 1 ORDER BY 1`),
      problems: sqlite.prepare<[number], { process: ProcessName; problem_json: string }>(
        'SELECT process, problem_json FROM problems ORDER BY problem_id DESC LIMIT ?',
      ),
      lives: sqlite.prepare<[ProcessName], number>('SELECT count(*) FROM lives WHERE process = ?').pluck(),
      forget: [
        sqlite.prepare('DELETE FROM samples WHERE at < ?'),
        sqlite.prepare('DELETE FROM problems WHERE at < ?'),
        sqlite.prepare('DELETE FROM lives WHERE heard_at < ?'),
      ],
      forgetProblems: sqlite.prepare(
        `DELETE FROM problems WHERE problem_id <= (SELECT max(problem_id) FROM problems) - ${maxProblems}`,
      ),
      forgetLives: sqlite.prepare(`
        DELETE FROM lives WHERE (process, life) IN (
          SELECT process, life FROM
            (SELECT process, life, row_number() OVER (PARTITION BY process ORDER BY heard_at DESC) AS nth FROM lives)
          WHERE nth > ${maxUptimes})`),
    };
  }

  addSample(at: number, { process, memoryBytes, eventLoopDelayP99Ms, largestBatch, sockets }: Sample): void {
    this.statements.addSample.run(process, at, memoryBytes, eventLoopDelayP99Ms, largestBatch, sockets);
  }

  addProblem({ process, ...problem }: ProblemOf): void {
    this.statements.addProblem.run(process, problem.at, JSON.stringify(problem));
  }

  /** Stores an uptime; a known one is left unchanged. */
  addRun(at: number, process: ProcessName, runId: string): void {
    this.statements.addRun.run(process, runId, at);
  }

  /** Deletes rows older than a time, and problems and uptimes above their limits. */
  forget(olderThan: number): void {
    for (const statement of this.statements.forget) statement.run(olderThan);
    this.statements.forgetProblems.run();
    this.statements.forgetLives.run();
  }

  /** One point for each `stepMs` with a heartbeat, oldest first. */
  series(process: ProcessName, since: number, stepMs: number): HistoryPoint[] {
    return this.statements.series.all(stepMs, process, since);
  }

  /** Latest first. */
  problems(limit: number): ProblemOf[] {
    return this.statements.problems
      .all(limit)
      .map(({ process, problem_json }) => ({ ...(JSON.parse(problem_json) as Problem), process }));
  }

  /** Number of restarts of a process, as far back as uptimes are stored. */
  restarts(process: ProcessName): number {
    return Math.max(0, (this.statements.lives.get(process) ?? 0) - 1);
  }
}
