import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevelopmentJournal } from './journal.mjs';

describe('the console of npm run dev', () => {
  let folder;
  let shown;
  let isEnding;
  let journal;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'development-journal-'));
    shown = [];
    isEnding = false;
    const show = (line) => shown.push(line);
    journal = new DevelopmentJournal({ passOn: show, print: show }, join(folder, 'log'), () => isEnding);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('shows errors of the web app and updates, but not the progress of the build', () => {
    const told = ['✘ [ERROR] NG8002: …', 'Component update sent to client(s).'];
    const progress = [
      '',
      '❯ Building...',
      '\u001b[32mmain.js\u001b[37m  | main | 182.09 kB',
      'chunk-A.js',
      '➜  Local: …',
    ];
    for (const line of [...progress, ...told]) journal.line('web', line, 'stdout');
    expect(shown).toEqual(told);
  });

  it('shows type errors, but not the progress of the check', () => {
    const error = "page.html:44:7 - error TS2339: Property 'x' does not exist on type 'Page'.";
    const progress = ['', '\u001b[94mmessage\u001b[0m\u001b[90m TS100: \u001b[0mFile change detected.'];
    for (const line of [...progress, error]) journal.line('types', line, 'stderr');
    expect(shown).toEqual([error]);
  });

  it('shows every line of a service that is not a log entry', () => {
    journal.line('gateway', 'First admin: http://localhost:4200/#/invite/…', 'stdout');
    expect(shown).toEqual(['First admin: http://localhost:4200/#/invite/…']);
  });

  it('prints nothing while the processes stop', () => {
    isEnding = true;
    journal.line('web', 'Error: The service is no longer running', 'stderr');
    expect(shown).toEqual([]);
  });
});
