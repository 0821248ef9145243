// @ts-check
// The two containers of icons; both take PNG files as they are.

/** @typedef {{ size: number, png: Buffer }} Picture */

/**
 * A Windows icon file.
 * @param {Picture[]} pictures up to 256 pixels wide
 */
export function toIco(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [n, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * n
    // A byte for width and height each; 0 means 256.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** Apple's names of the sizes. @type {Record<number, string>} */
const ICNS_TYPES = { 16: 'icp4', 32: 'icp5', 64: 'icp6', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' }

/**
 * A macOS icon file; sizes that it does not know are left out.
 * @param {Picture[]} pictures
 */
export function toIcns(pictures) {
  const parts = pictures.flatMap(({ size, png }) => {
    const type = ICNS_TYPES[size]
    return type === undefined ? [] : [chunk(type, png)]
  })
  return chunk('icns', Buffer.concat(parts))
}

/** @param {string} type @param {Buffer} content */
function chunk(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
