/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

const one = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

/** @returns {Tally} a file that could not even be run counts as one failure */
export const tallyOfJest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  skipped: report.numPendingTests + report.numTodoTests,
});

/** @returns {Tally} what passed only when tried again did not pass; `passedAtSecondTry` names it */
export const tallyOfPlaywright = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
});

/** @returns {string[]} the tests of a Playwright report that failed at first, as `file: title` */
export function passedAtSecondTry({ suites = [], specs = [] }) {
  const here = specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, title }) => `${file}: ${title}`);
  return [...here, ...suites.flatMap(passedAtSecondTry)];
}

/**
 * What a step counts for: its report's numbers, or one where it has none. A step that failed although its report knows
 * of no failure, or left no report, counts one failure.
 */
export function tallyOfStep(succeeded, tally) {
  if (!tally) return one(succeeded);
  return !succeeded && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

export const sum = (tallies) =>
  tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: total.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** The last line of `npm test`. */
export const totals = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
