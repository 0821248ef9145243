import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const maxColours = 256

/** Pixels row by row, four bytes each: red, green, blue, and one that is not looked at. */
interface Pixels {
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

/**
 * The same picture with at most 256 colours, in about a third of the bytes: the colours that matter most stay as they
 * are, every other one becomes the nearest of them. For screenshots (8 bits a channel, not interlaced).
 */
export function toPalettePng(png: Buffer): Buffer {
  const { width, height, bytes } = readPng(png)
  const colours = new Uint32Array(bytes.buffer).map(pixel => pixel & 0xffffff)
  const palette = choosePalette(colours)
  const place = new Map<number, number>(palette.map((colour, n) => [colour, n]))
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = colours[y * width + x] ?? 0
      let index = place.get(colour)
      if (index === undefined) {
        index = nearest(palette, colour)
        place.set(colour, index)
      }
      rows[y * (width + 1) + 1 + x] = index
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const plte = Buffer.from(palette.flatMap(colour => channels(colour)))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', plte),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Little-endian, as the bytes stand in a pixel. */
function channels(colour: number): [red: number, green: number, blue: number] {
  return [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255]
}

/**
 * Begins with the most frequent colour and takes each time the one whose pixels would suffer most: a small dot of its
 * own colour counts as much as many pixels of a shadow.
 */
function choosePalette(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const open = [...counts].map(([colour, count]) => ({ colour, count, far: Number.MAX_SAFE_INTEGER }))
  const palette: number[] = []
  while (palette.length < maxColours) {
    let worst = open[0]
    for (const one of open) if (one.count * one.far > (worst?.count ?? 0) * (worst?.far ?? 0)) worst = one
    if (worst === undefined || worst.far === 0) break
    palette.push(worst.colour)
    for (const one of open) one.far = Math.min(one.far, distance(one.colour, worst.colour))
  }
  return palette
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [n, other] of palette.entries()) {
    const far = distance(other, colour)
    if (far < least) {
      least = far
      best = n
    }
  }
  return best
}

/** The square of how far two colours are apart; green counts most, as it does for the eye. */
function distance(a: number, b: number): number {
  const [red, green, blue] = channels(a)
  const [otherRed, otherGreen, otherBlue] = channels(b)
  return 2 * (red - otherRed) ** 2 + 4 * (green - otherGreen) ** 2 + (blue - otherBlue) ** 2
}

function readPng(png: Buffer): Pixels {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const [depth, type] = png.subarray(24, 26)
  const size = type === 6 ? 4 : 3
  if (depth !== 8 || (type !== 2 && type !== 6)) throw new Error('not a picture of 8 bits a channel')
  const packed: Buffer[] = []
  for (let at = signature.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const lines = unfilter(inflateSync(Buffer.concat(packed)), width * size, size)
  const bytes = new Uint8Array(width * height * 4)
  for (let n = 0; n < width * height; n += 1) bytes.set(lines.subarray(n * size, n * size + 3), n * 4)
  return { width, height, bytes }
}

/** Undoes what each line was filtered with: its first byte says how (PNG specification, section 9). */
function unfilter(filtered: Buffer, stride: number, size: number): Uint8Array {
  const height = filtered.length / (stride + 1)
  const out = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x < size ? 0 : (out[at - size] ?? 0)
      const up = y === 0 ? 0 : (out[at - stride] ?? 0)
      const corner = y === 0 || x < size ? 0 : (out[at - stride - size] ?? 0)
      out[at] = (filtered[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  const guess = left + up - corner
  const [byLeft, byUp, byCorner] = [left, up, corner].map(value => Math.abs(guess - value)) as [number, number, number]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
