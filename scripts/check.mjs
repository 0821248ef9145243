// @ts-check
import './node-version.mjs'
import { packageProgram, root } from './checkout.mjs'
import { run, runScript } from './run-command.mjs'

// TypeScript's build mode does not notice a changed `lib`: where it counts everything is checked anew.
const force = process.env.CI ? ['-f'] : []

const STEPS = [
  { name: 'format and lint', command: [...packageProgram('@biomejs/biome'), 'check', '.'] },
  { name: 'types', command: [...packageProgram('typescript', 'tsc'), '-b', ...force] },
  { name: 'unit tests', command: [...packageProgram('vitest'), 'run', '--project', 'unit'] },
]

await runScript(async () => {
  const summary = []
  let isGood = true
  for (const { name, command } of STEPS) {
    const [program = '', ...args] = command
    const startedAt = performance.now()
    const status = await run(program, args, { cwd: root })
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    summary.push(`${status === 0 ? 'ok    ' : 'FAILED'}  ${name}  ${seconds} s`)
    isGood &&= status === 0
  }
  console.log(summary.join('\n'))
  return isGood ? 0 : 1
})
