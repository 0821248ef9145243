// @ts-check
import { describe, expect, it } from 'vitest'
import { settingsFor } from './settings.mjs'

/** @type {import('../electron-runtime/resolve.mjs').Runtime} */
const current = { executable: '/e/electron', version: '45.4.1', kind: 'package', args: [], why: 'it is there' }
/** @type {import('../electron-runtime/resolve.mjs').Runtime} */
const standIn = { ...current, version: '22.3.25', kind: 'fallback', args: ['--no-sandbox', '/cache/loader'] }
const allTools = { ELECTRON_BUILDER_7ZIP_PATH: '/7z', CUSTOM_FPM_PATH: '/fpm' }

describe('what is packaged', () => {
  it('with the current Electron is what the settings say, with every fuse', () => {
    const { settings, rest } = settingsFor(current, ['--linux', 'deb'], {})
    expect(Object.keys(settings)).toEqual(['extends', 'electronFuses'])
    expect(settings.electronFuses).toEqual({ grantFileProtocolExtraPrivileges: false })
    expect(rest).toEqual(['--linux', 'deb'])
  })

  it('with an old Electron starts the loader first, and has no fuse that this Electron lacks', () => {
    const { settings } = settingsFor(standIn, ['--dir'], {})
    expect(settings.electronFuses).toBeUndefined()
    expect(settings).toMatchObject({
      electronVersion: '22.3.25',
      files: [{ from: '/cache/loader', to: 'loader' }],
      extraMetadata: { main: 'loader/main.cjs', mainAfterLoader: 'out/main/index.cjs' },
    })
    expect(settings.artifactName).toContain('stand-in')
  })

  it('with the stand-in, where nothing is named, is what the tools here can make', () => {
    expect(settingsFor(standIn, [], {}).rest).toEqual(['--linux', 'dir'])
    expect(settingsFor(standIn, [], allTools).rest).toEqual(['--linux', 'dir', 'tar.gz', 'deb'])
    expect(settingsFor(standIn, ['--linux', 'rpm'], {}).rest).toEqual(['--linux', 'rpm'])
  })

  it('with the stand-in is for Linux only', () => {
    expect(() => settingsFor(standIn, ['--win'], {})).toThrow('Linux only')
    expect(settingsFor(current, ['--win'], {}).rest).toEqual(['--win'])
  })

  it('goes where it is told', () => {
    const { settings, rest } = settingsFor(current, ['--dir', '--output=/there'], {})
    expect(settings.directories).toEqual({ output: '/there' })
    expect(rest).toEqual(['--dir'])
  })
})
