// @ts-check
import './node-version.mjs'
import { copyFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pythonWithPeers } from './agreement/python.mjs'
import { packageProgram, root } from './checkout.mjs'
import { run, runScript } from './run-command.mjs'

// The figures of agreement beside other programs: scikit-learn, statsmodels, nltk, krippendorff and
// krippendorff-unitized-alpha, from PyPI into a folder of their own, and two implementations with exact fractions.
// `--seed N` makes other studies, `--count N` more of them; `--write` renews the table that the unit tests read.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '2' },
    count: { type: 'string', default: '200' },
    write: { type: 'boolean', default: false },
  },
})
const table = join(root, 'annotations', 'agreement', 'agreement-table.jsonl')

await runScript(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-agreement-'))
  try {
    const found = pythonWithPeers(join(folder, 'python'))
    if ('missing' in found) {
      console.log(`skipped: ${found.missing}`)
      return 0
    }
    const out = join(folder, 'table.jsonl')
    const peers = join(root, 'scripts', 'agreement', 'peers.py')
    const { seed, count, write } = values
    const made = await run(found.python, [peers, '--seed', write ? '1' : seed, '--count', count, '--out', out])
    if (made !== 0) return made
    const independent = join(root, 'scripts', 'agreement', 'independent', 'figures.py')
    const again = await run(found.python, ['-B', independent, out])
    if (again !== 0) return again
    if (write) copyFileSync(out, table)
    const [program = '', ...rest] = packageProgram('vitest')
    const tests = ['run', '--project', 'unit', 'annotations/agreement/agreement-table.test.ts', '--reporter=dot']
    return await run(program, [...rest, ...tests], {
      cwd: root,
      env: { ...process.env, PRESSMARK_AGREEMENT_TABLE: out },
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
