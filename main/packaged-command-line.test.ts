import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ok } from '#annotations/model/result'
import { createDirectIntake } from '#app/intake/direct-intake'
import type { CliIo } from './cli/cli-io'
import { createProgram } from './cli/program'
import { commandIn, commandNames, runCommand } from './packaged-command-line'

const nowhere: CliIo = {
  out: () => undefined,
  err: () => undefined,
  input: () => ok(new Uint8Array()),
  errIsTerminal: false,
  cwd: '/',
  env: {},
  version: '0',
  program: ['pressmark'],
  intake: createDirectIntake(),
  userFolder: '/user',
}

describe('the packaged program', () => {
  test('knows every command of the command line', () => {
    const commands = createProgram(nowhere, () => undefined).commands.map(command => command.name())
    expect([...commands, 'help'].sort()).toEqual([...commandNames].sort())
  })

  const wanted: readonly [string, readonly string[], readonly string[] | undefined][] = [
    ['nothing', [], undefined],
    ['a file', ['letter.txt'], undefined],
    ['a file named like a command', ['./import'], undefined],
    ['a workspace', ['--workspace', 'doctor'], undefined],
    ['a workspace in one word', ['--workspace=doctor'], undefined],
    ['a file before a command', ['letter.txt', 'doctor'], undefined],
    ['a command', ['doctor', 'w', '--json'], ['doctor', 'w', '--json']],
    ['a command after switches of Chromium', ['--no-sandbox', '--disable-gpu', 'doctor', 'w'], ['doctor', 'w']],
    ['a profile and a command', ['--user-data-dir', 'help', 'show', 'w'], ['--user-data-dir', 'help', 'show', 'w']],
    ['a profile in one word', ['--user-data-dir=p', 'show', 'w'], ['--user-data-dir=p', 'show', 'w']],
    ['a profile alone', ['--user-data-dir=p'], undefined],
    ['its version', ['--no-sandbox', '--version'], ['--version']],
    ['help', ['-h'], ['-h']],
  ]
  test.each(wanted)('started with %s', (_what, args, command) => {
    expect(commandIn(args)).toEqual(command)
  })

  test('waits for the command and takes its status', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pressmark-thread-'))
    const thread = `const { args, state } = require('node:worker_threads').workerData
      Atomics.store(state, 0, 1)
      Atomics.notify(state, 0)
      setTimeout(() => {
        Atomics.store(state, 1, args.length)
        Atomics.store(state, 0, 2)
        Atomics.notify(state, 0)
      }, 20)`
    await writeFile(join(folder, 'command-thread.cjs'), thread)
    expect(runCommand(['doctor', 'w', '--json'], folder)).toBe(3)
    await rm(folder, { recursive: true })
  })
})
