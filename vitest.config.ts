import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { wantedSeed } from './annotations/testing/wanted-seed.ts'

const chromium = process.env.PRESSMARK_CHROMIUM ?? '/usr/bin/chromium'
const seed = wantedSeed(process.env.PRESSMARK_SEED)

const parts = [
  'Button',
  'ComboBox',
  'Dialog',
  'Input',
  'Label',
  'ListBox',
  'Modal',
  'Popover',
  'RadioGroup',
  'Select',
  'Text',
  'ToggleButton',
  'ToggleButtonGroup',
  'Toolbar',
]

/**
 * `unit` runs in Node, `browser` in the system's Chromium. `faults` is the store against real processes and disks, for a
 * minute; with `PRESSMARK_FAULTS=long` for as long as it takes.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{annotations,app,main,renderer}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
          exclude: ['**/*.browser.test.*', '**/*.faults.test.*', '**/node_modules/**'],
          globalSetup: ['scripts/git-for-tests.mjs'],
          setupFiles: ['annotations/testing/seed.ts'],
          provide: { seed },
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          environment: 'node',
          include: ['main/**/*.faults.test.ts'],
          globalSetup: ['scripts/git-for-tests.mjs'],
          setupFiles: ['annotations/testing/seed.ts'],
          provide: { seed, thorough: process.env.PRESSMARK_FAULTS === 'long' },
          testTimeout: 3_600_000,
        },
      },
      {
        // Found while the tests run, these would make Vite load React twice.
        optimizeDeps: {
          include: [
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-runtime',
            'react/jsx-dev-runtime',
            'lucide-react',
            'axe-core',
            'prosemirror-commands',
            'prosemirror-history',
            ...parts.map(part => `react-aria-components/${part}`),
          ],
        },
        test: {
          name: 'browser',
          include: ['renderer/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromium, args: ['--no-sandbox'] } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
