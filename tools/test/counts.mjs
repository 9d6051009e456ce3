import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const one = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

/**
 * Counts a Jest report. A file that could not be run counts as one failure.
 * @returns {Counts}
 */
export const countsOfJest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  skipped: report.numPendingTests + report.numTodoTests,
});

/**
 * Counts a Playwright report. Tests that passed only on a retry count as failed; `passedAtSecondTry` names them.
 * @returns {Counts}
 */
export const countsOfPlaywright = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
});

/** @returns {string[]} tests of a Playwright report that failed at first, as `file: title: where and why` */
export function passedAtSecondTry({ suites = [], specs = [] }) {
  const here = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'flaky')
      .map(({ results }) => [`${file}: ${title}`, ...reasonOf(results[0])].join(': ')),
  );
  return [...here, ...suites.flatMap(passedAtSecondTry)];
}

/** The line of a test and the first line of its error, which a log of a run would otherwise hold far above its end. */
function reasonOf({ error, errorLocation }) {
  const message = error && stripVTControlCharacters(error.message ?? error.value ?? '');
  return [errorLocation && `line ${errorLocation.line}`, message?.split('\n')[0]].filter(Boolean);
}

/**
 * Returns the counts of a step: those of its report, or one test without a report. A failed step without a reported
 * failure counts as one failure.
 */
export function countsOfStep(succeeded, counts) {
  if (!counts) return one(succeeded);
  return !succeeded && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

export const sum = (all) =>
  all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** The last line of `npm test`. */
export const totals = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
