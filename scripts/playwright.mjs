// @ts-check
import { packageProgram } from './checkout.mjs'
import { withDisplay } from './electron-runtime/system.mjs'

/**
 * How the end-to-end tests learn what to run.
 * @param {import('./electron-runtime/resolve.mjs').Runtime} runtime
 * @param {string} [chromium]
 * @returns {NodeJS.ProcessEnv}
 */
export function testEnvironment(runtime, chromium) {
  return {
    ...process.env,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    PRESSMARK_ELECTRON: runtime.executable,
    PRESSMARK_ELECTRON_ARGS: JSON.stringify(runtime.args),
    PRESSMARK_ELECTRON_KIND: runtime.kind,
    ...(chromium ? { PRESSMARK_CHROMIUM: chromium } : {}),
  }
}

/**
 * The command line for one project of the end-to-end tests.
 * @param {string} project
 * @param {string[]} args
 */
export function playwrightCommand(project, args = []) {
  const config = ['--config', 'e2e/playwright.config.ts', '--project', project]
  return withDisplay([...packageProgram('@playwright/test', 'playwright'), 'test', ...config, ...args])
}
