// @ts-check
import { describe, expect, it } from 'vitest'
import { describeRuntime, resolveRuntime } from './resolve.mjs'

/** A machine that has everything; each test takes something away. */
function machine() {
  return {
    env: /** @type {NodeJS.ProcessEnv} */ ({}),
    uid: 1000,
    downloadedProgram: () => /** @type {string | undefined} */ ('/package/electron'),
    fetchProgram: async () => /** @type {string | undefined} */ ('/fetched/electron'),
    fetchFallback: async () => '/cache/electron',
    buildLoader: async () => '/cache/loader',
    readOverride: (/** @type {string} */ folder) => ({ executable: `${folder}/electron`, version: '45.0.0' }),
  }
}
const nothingThere = () => undefined

describe('the Electron that runs', () => {
  it('is the one that the user names', async () => {
    const runtime = await resolveRuntime({ ...machine(), env: { ELECTRON_OVERRIDE_DIST_PATH: '/mine' } })
    expect(runtime).toMatchObject({ kind: 'override', executable: '/mine/electron', args: [] })
  })

  it('is else the one that the package has downloaded', async () => {
    expect(await resolveRuntime(machine())).toMatchObject({
      kind: 'package',
      executable: '/package/electron',
      args: [],
    })
  })

  it('is else fetched by the package', async () => {
    const runtime = await resolveRuntime({ ...machine(), downloadedProgram: nothingThere })
    expect(runtime).toMatchObject({ kind: 'package', executable: '/fetched/electron' })
  })

  it('is else the stand-in, with the loader', async () => {
    const cutOff = { ...machine(), downloadedProgram: nothingThere, fetchProgram: async () => undefined }
    const runtime = await resolveRuntime(cutOff)
    expect(runtime).toMatchObject({ kind: 'fallback', executable: '/cache/electron', args: ['/cache/loader'] })
    expect(describeRuntime(runtime)).toMatch(/^Electron 22\.3\.25 runs: .* stand-in .*\.$/)
  })

  it('gets the loader too when the user names an old one', async () => {
    const readOverride = () => ({ executable: '/old/electron', version: '28.1.0' })
    const runtime = await resolveRuntime({ ...machine(), env: { ELECTRON_OVERRIDE_DIST_PATH: '/old' }, readOverride })
    expect(runtime.args).toEqual(['/cache/loader'])
  })

  it('runs without the Chromium sandbox for root alone, and says so', async () => {
    const runtime = await resolveRuntime({ ...machine(), uid: 0 })
    expect(runtime.args).toEqual(['--no-sandbox'])
    expect(describeRuntime(runtime)).toContain('without the Chromium sandbox')
  })
})
