import fc from 'fast-check'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the random histories begin. */
    seed: number
  }
}

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: inject('seed') })
