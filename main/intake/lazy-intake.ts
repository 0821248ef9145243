import type { Intake } from '#app/ports/intake'

/** Reads files with the parsing libraries, which are loaded with the first file: no start waits for them. */
export const lazyIntake: Intake = {
  read: async (file, at, options) => {
    const { createDirectIntake } = await import('#app/intake/direct-intake')
    return createDirectIntake().read(file, at, options)
  },
}
