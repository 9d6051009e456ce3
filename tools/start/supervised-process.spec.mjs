import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, pidOf } from '../machine/process-identity.mjs';
import { SupervisedProcess } from './supervised-process.mjs';

describe('a supervised process', () => {
  let folder;
  let pidFile;
  let ends;
  let lines;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'supervised-'));
    pidFile = join(folder, 'it.pid');
    ends = [];
    lines = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const supervise = (script) =>
    new SupervisedProcess({
      command: process.execPath,
      args: ['-e', script],
      pidFile,
      onLine: (line) => lines.push(line),
      onRestart: (how) => ends.push(how),
      onRefusal: () => ends.push('refused'),
    });
  const until = async (condition) => {
    while (!condition()) await sleep(10);
  };
  const identity = () => readFileSync(pidFile, 'utf8');

  it('is not restarted when a person has to fix something first', async () => {
    const supervised = supervise('process.exit(78)');
    supervised.start();
    await until(() => ends.length > 0);
    await supervised.stop();
    expect(ends).toEqual(['refused']);
  });

  it('is restarted as a new process after a kill', async () => {
    const supervised = supervise('console.log(process.pid); setInterval(() => {}, 1000)');
    supervised.start();
    await until(() => lines.length === 1);
    process.kill(Number(lines[0]), 'SIGKILL');
    await until(() => lines.length === 2);
    expect(ends).toEqual(['SIGKILL']);
    expect(pidOf(identity())).toBe(Number(lines[1]));
    await supervised.stop();
  });

  it('restarts at once on request and reports no failure', async () => {
    const supervised = supervise('console.log(process.pid); setInterval(() => {}, 1000)');
    supervised.start();
    await until(() => lines.length === 1);
    supervised.restart();
    await until(() => lines.length === 2);
    expect(lines[1]).not.toBe(lines[0]);
    expect(ends).toEqual([]);
    await supervised.stop();
  });

  it('restarts at once on request during the delay after a failure', async () => {
    const supervised = supervise('process.exit(1)');
    supervised.start();
    // The delay after the sixth failure in a row is five seconds.
    await until(() => ends.length === 6);
    supervised.restart();
    await until(() => ends.length === 7);
    await supervised.stop();
  });

  it('leaves no process and no pid file when it is stopped', async () => {
    const supervised = supervise('console.log("here"); setInterval(() => {}, 1000)');
    supervised.start();
    await until(() => lines.length === 1);
    const last = identity();
    await supervised.stop();
    expect(isAlive(last)).toBe(false);
    expect(existsSync(pidFile)).toBe(false);
    expect(ends).toEqual([]);
  });

  it('is restarted with growing delays and can be stopped during one', async () => {
    const supervised = supervise('process.exit(3)');
    supervised.start();
    await until(() => ends.length === 3);
    await supervised.stop();
    expect(ends).toEqual(['exit code 3', 'exit code 3', 'exit code 3']);
  });
});
