import type { Intake } from '#app/ports/intake'
import { readFile } from './read-file'
import { unpackFile } from './unpack-file'

/** An intake that reads in the process of the caller, without limits of time and memory: for tests and small tools. */
export function createDirectIntake(): Intake {
  return {
    read: (file, at, options) => readFile(file, at, options),
    unpack: async (file, options) => unpackFile(file, options),
    rest: () => undefined,
  }
}
