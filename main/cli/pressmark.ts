#!/usr/bin/env node
import { join } from 'node:path'
import { forkReader } from '../intake/fork-reader'
import { createProcessIntake } from '../intake/process-intake'
import { machineIo } from './machine-io'
import { runCli } from './run'

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', error => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
  process.exit(0)
})

const io = machineIo({
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  program: [process.execPath, __filename],
  intake: createProcessIntake(forkReader(join(__dirname, 'reader.cjs'))),
})
void runCli(process.argv.slice(2), io).then(status => {
  process.exitCode = status
})
