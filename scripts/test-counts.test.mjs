// @ts-check
import { describe, expect, it } from 'vitest'
import { addCounts, brokenSuite, countLine, countPlaywright, countVitest } from './test-counts.mjs'

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] }
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 2 }, suites: [], errors: [] }

describe('the count of all tests', () => {
  it('adds the suites up in one line', () => {
    expect(countLine(addCounts([countVitest(vitest, 0), countPlaywright(playwright, 0)]))).toBe(
      '10 passed, 0 failed, 4 skipped',
    )
  })

  it('takes a suite without a report for one failure', () => {
    expect(countLine(addCounts([countVitest(vitest, 0), brokenSuite('why')]))).toBe('7 passed, 1 failed, 2 skipped')
  })

  it('takes a test file that could not be loaded for one failure and names it', () => {
    const report = { ...vitest, testResults: [{ status: 'failed', name: 'a.test.ts', assertionResults: [] }] }
    expect(countVitest(report, 1)).toMatchObject({ failed: 1, remarks: ['a.test.ts could not be loaded.'] })
  })

  it('takes a bad exit status without a failed test for one failure', () => {
    expect(countVitest(vitest, 1)).toMatchObject({ passed: 7, failed: 1 })
    expect(countPlaywright(playwright, 1)).toMatchObject({ passed: 3, failed: 1 })
  })

  it('counts what passed at a second try as passed and names it', () => {
    const flaky = { file: 'mark.spec.ts', title: 'marks a quote', tests: [{ status: 'flaky' }] }
    const report = {
      stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 },
      suites: [{ specs: [], suites: [{ specs: [flaky] }] }],
    }
    expect(countPlaywright(report, 0)).toEqual({
      passed: 2,
      failed: 0,
      skipped: 0,
      remarks: ['Passed only at a further try: mark.spec.ts: marks a quote'],
    })
  })
})
