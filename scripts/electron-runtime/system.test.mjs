// @ts-check
import { describe, expect, it } from 'vitest'
import { hasDisplay, missingLibraries, withDisplay } from './system.mjs'

describe('the system under Electron', () => {
  it('lacks the libraries that ldd did not find', () => {
    const report = '\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tlibnss3.so => not found\n\tlibgbm.so.1 => not found\n'
    expect(missingLibraries(report)).toEqual(['libnss3.so', 'libgbm.so.1'])
  })

  it('has a display when X or Wayland says so, and always outside Linux', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
  })

  it('gets a virtual screen only where there is none', () => {
    expect(withDisplay(['electron', '.'], true)).toEqual(['electron', '.'])
    expect(withDisplay(['electron', '.'], false).slice(0, 2)).toEqual(['xvfb-run', '-a'])
  })
})
