// @ts-check

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} remarks what the user should know besides
 */

/** A suite that could not be counted is one failure. @param {string} reason @returns {Counts} */
export function brokenSuite(reason) {
  return { passed: 0, failed: 1, skipped: 0, remarks: [reason] }
}

/**
 * The counts of Vitest's JSON report. A file that could not be loaded has no test to fail, so it counts as one.
 * @param {any} report
 * @param {number} status
 * @returns {Counts}
 */
export function countVitest(report, status) {
  /** @type {{ status: string, name: string, assertionResults: unknown[] }[]} */
  const files = report.testResults ?? []
  const unloaded = files.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
  const remarks = unloaded.map(file => `${file.name} could not be loaded.`)
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    remarks,
  }
  return withStatus(counts, status, 'Vitest')
}

/**
 * The counts of Playwright's JSON report. What passed at a second try has passed, and is named.
 * @param {any} report
 * @param {number} status
 * @returns {Counts}
 */
export function countPlaywright(report, status) {
  const { expected, unexpected, flaky, skipped } = report.stats
  /** @type {{ message?: string }[]} */
  const errors = report.errors ?? []
  const remarks = [
    ...flakyTitles(report.suites ?? []).map(title => `Passed only at a further try: ${title}`),
    ...errors.map(error => error.message ?? 'Playwright reported an error.'),
  ]
  const failed = unexpected + (unexpected === 0 && errors.length > 0 ? 1 : 0)
  return withStatus({ passed: expected + flaky, failed, skipped, remarks }, status, 'Playwright')
}

/** @param {any[]} suites @returns {string[]} */
function flakyTitles(suites) {
  return suites.flatMap(suite => [
    ...(suite.specs ?? [])
      .filter((/** @type {any} */ spec) => spec.tests.some((/** @type {any} */ test) => test.status === 'flaky'))
      .map((/** @type {any} */ spec) => `${spec.file}: ${spec.title}`),
    ...flakyTitles(suite.suites ?? []),
  ])
}

/** @param {Counts} counts @param {number} status @param {string} runner @returns {Counts} */
function withStatus(counts, status, runner) {
  if (status === 0 || counts.failed > 0) return counts
  const remark = `${runner} ended with status ${status} although no test failed; that counts as one failure.`
  return { ...counts, failed: 1, remarks: [...counts.remarks, remark] }
}

/** @param {Counts[]} suites @returns {Counts} */
export function addCounts(suites) {
  return suites.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
      remarks: [...sum.remarks, ...one.remarks],
    }),
    { passed: 0, failed: 0, skipped: 0, remarks: [] },
  )
}

/** @param {Counts} counts */
export function countLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
