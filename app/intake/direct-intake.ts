import type { Intake } from '#app/ports/intake'
import { readFile } from './read-file'

/** An intake that reads in the process of the caller, without limits of time and memory: for tests and small tools. */
export function createDirectIntake(): Intake {
  return {
    read: (file, at, options) => readFile(file, at, options),
    rest: () => undefined,
  }
}
