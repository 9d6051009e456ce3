import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger, Problems } from '@devchitchat/service-kit';
import { temporaryFolder, until } from '@devchitchat/service-kit/testing';
import { Intake, intakeLimits, type IntakeLimits } from './intake.service';
import { cornered } from './testing/pictures';
import { blackPng } from './testing/png';

class LimitedIntake extends Intake {
  protected override readonly limits: IntakeLimits;

  constructor(limits: Partial<IntakeLimits>) {
    super(createLogger('gateway', 'silent', new Problems()));
    this.limits = { ...intakeLimits, ...limits };
  }
}

let folder: ReturnType<typeof temporaryFolder>;
let photo: Buffer;
let intake: Intake | undefined;

beforeAll(async () => void (photo = await cornered(400, 300).jpeg().toBuffer()));
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => {
  intake?.onModuleDestroy();
  folder[Symbol.dispose]();
});

function received(name: string, bytes: Buffer): [source: string, into: string] {
  const source = join(folder.path, name);
  writeFileSync(source, bytes);
  return [source, `${source}.ready`];
}

/** The intake processes of this test process. */
const processes = (): readonly string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      const parent = /\nPPid:\t(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('intake.process');
    } catch {
      return false;
    }
  });

describe('the intake', () => {
  it('answers with the facts of each of several files, one process for all', async () => {
    intake = new LimitedIntake({});

    const replies = await Promise.all([
      intake.examine(...received('photo', photo)),
      intake.examine(...received('text', Buffer.from('Hello'))),
      intake.examine(...received('broken', photo.subarray(0, 900))),
    ]);

    expect(replies).toMatchObject([
      { ok: true, value: { kind: 'picture', picture: { width: 400, height: 300 } } },
      { ok: true, value: { kind: 'other', bytes: 5 } },
      { ok: false, error: { reason: 'file.picture_damaged' } },
    ]);
    expect(processes()).toHaveLength(1);
  });

  it('ends the process when it has had nothing to do for a while, and starts it again', async () => {
    intake = new LimitedIntake({ idleMs: 50 });
    await intake.examine(...received('one', photo));
    await until(() => processes().length === 0);

    expect(await intake.examine(...received('two', photo))).toMatchObject({ ok: true });
  });

  it.each([
    ['memory', { memory: 1 }],
    ['time', { giveUpAfterMs: 20 }],
  ])('refuses a file that takes too much %s, leaves nothing, and goes on with the next', async (_what, limits) => {
    intake = new LimitedIntake(limits);
    const [source, into] = received('bomb', blackPng(9_000, 9_000));

    expect(await intake.examine(source, into)).toMatchObject({ ok: false, error: { reason: 'file.picture_damaged' } });
    expect(existsSync(into)).toBe(false);

    intake.onModuleDestroy();
    intake = new LimitedIntake({});
    expect(await intake.examine(...received('photo', photo))).toMatchObject({ ok: true });
  });

  it('refuses the file during which its process is killed, and goes on with the next', async () => {
    intake = new LimitedIntake({});
    await intake.examine(...received('first', photo));
    const large = intake.examine(...received('large', blackPng(9_000, 9_000)));
    const next = intake.examine(...received('next', photo));
    for (const pid of processes()) process.kill(Number(pid), 'SIGKILL');

    expect(await large).toMatchObject({ ok: false, error: { reason: 'file.picture_damaged' } });
    expect(await next).toMatchObject({ ok: true });
  });

  it('refuses files while too many wait', async () => {
    const crowded = new LimitedIntake({ waiting: 2 });
    intake = crowded;
    const asked = Array.from({ length: 4 }, (_, at) => crowded.examine(...received(`photo ${at}`, photo)));

    const replies = await Promise.all(asked);

    expect(replies.map((reply) => reply.ok)).toEqual([true, true, true, false]);
    expect(replies[3]).toMatchObject({ error: { reason: 'file.intake_busy', retryable: true } });
  });

  it('gives its process none of the settings', async () => {
    process.env['METRICS_TOKEN'] = 'a secret of the gateway';
    intake = new LimitedIntake({});
    await intake.examine(...received('photo', photo));
    delete process.env['METRICS_TOKEN'];

    const environments = processes().map((pid) => readFileSync(`/proc/${pid}/environ`, 'utf8'));
    expect(environments).toHaveLength(1);
    expect(environments.join()).not.toContain('secret');
  });
});
