import { defineConfig } from '@playwright/test'

/** `app`: the tests. `demo`: the main job with pictures. `pictures`: those of the documents. `bench`: figures, run alone. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './pages/screens.ts',
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  // Where nobody watches, a test gets a second try, and the count names what needed it: a window waits for a whole machine.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: 'app', testMatch: '*.spec.ts', testIgnore: ['demo/**', 'perf/**'] },
    { name: 'demo', testMatch: 'demo/*.demo.ts' },
    { name: 'pictures', testMatch: 'pictures/*.pictures.ts' },
    { name: 'bench', testMatch: 'perf/*.bench.ts', timeout: 1_200_000 },
  ],
  workers: 2,
})
