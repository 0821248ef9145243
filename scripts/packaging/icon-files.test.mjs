// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../checkout.mjs'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const read = (/** @type {string} */ name) => readFileSync(join(root, 'build', name))

/** @param {Buffer} png */
const sizeOf = png => [png.readUInt32BE(16), png.readUInt32BE(20)]

describe('the icons', () => {
  it('are PNG files of the size that their name says', () => {
    for (const size of [16, 32, 48, 64, 128, 256, 512, 1024]) {
      expect(sizeOf(read(`icons/${size}x${size}.png`))).toEqual([size, size])
    }
  })

  it('stand in the Windows file where its directory says, 256 pixels at most', () => {
    const ico = read('icon.ico')
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, n) => {
      const at = 6 + 16 * n
      const start = ico.readUInt32LE(at + 12)
      const png = ico.subarray(start, start + ico.readUInt32LE(at + 8))
      expect(png.subarray(0, 8).equals(PNG)).toBe(true)
      expect(sizeOf(png)[0]).toBe(ico.readUInt8(at) || 256)
      return sizeOf(png)[0]
    })
    expect(sizes).toEqual([16, 32, 48, 64, 128, 256])
  })

  it('fill the macOS file chunk by chunk to its end', () => {
    const icns = read('icon.icns')
    expect(icns.toString('latin1', 0, 4)).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const sizes = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) sizes.push(sizeOf(icns.subarray(at + 8))[0])
    expect(sizes).toEqual([16, 32, 64, 128, 256, 512, 1024])
  })
})
