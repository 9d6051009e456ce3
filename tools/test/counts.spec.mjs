import { passedAtSecondTry, sum, countsOfJest, countsOfPlaywright, countsOfStep, totals } from './counts.mjs';

describe('the totals', () => {
  it('add up and mention skipped tests only if there are some', () => {
    const steps = [
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 40, failed: 2, skipped: 0 },
    ];

    expect(totals(sum(steps))).toBe('41 passed, 2 failed');
    expect(totals(sum([...steps, { passed: 0, failed: 0, skipped: 3 }]))).toBe('41 passed, 2 failed, 3 skipped');
  });

  it('count a spec file that could not be run as a failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 2,
      numPendingTests: 1,
      numTodoTests: 1,
    };

    expect(countsOfJest(report)).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });

  it('count a test that passed only on a retry as a failure and say where and why it failed first', () => {
    const error = { message: '\u001b[31mTypeError\u001b[39m: Off key\n  at a line' };
    const results = [{ error, errorLocation: { line: 7 } }, {}];
    const spec = (title, status) => ({ file: 'talk.spec.ts', title, tests: [{ status, results }] });
    const report = {
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 },
      errors: [],
      suites: [{ specs: [spec('talks', 'expected')], suites: [{ specs: [spec('sings', 'flaky')] }] }],
    };

    expect(countsOfPlaywright(report)).toEqual({ passed: 5, failed: 2, skipped: 0 });
    expect(passedAtSecondTry(report)).toEqual(['talk.spec.ts: sings: line 7: TypeError: Off key']);
  });

  it('count a failed step as at least one failure', () => {
    expect(countsOfStep(false, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countsOfStep(false, { passed: 7, failed: 0, skipped: 0 })).toEqual({ passed: 7, failed: 1, skipped: 0 });
    expect(countsOfStep(true, undefined)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });
});
