// @ts-check
import { installPackages } from './electron-runtime/debian.mjs'
import { hasProgram } from './run-command.mjs'

/** Vitest calls it before the unit tests: those of merges run a real Git. */
export function setup() {
  if (!hasProgram('git')) installPackages(['git'], 'for the tests of merges')
}
