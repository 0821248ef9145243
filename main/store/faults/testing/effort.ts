import { inject } from 'vitest'
import type {} from '#annotations/testing/seed'

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether the fault tests take the time they need. */
    thorough: boolean
  }
}

export const thorough = inject('thorough')
export const seed = inject('seed')
