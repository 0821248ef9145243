import type { Chance } from './chance'

/** A way in which a file's bytes come to harm. */
export interface Damage {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The file cut at each of its bytes. */
export function cuts(bytes: Uint8Array): Damage[] {
  return Array.from(bytes, (_, length) => ({ name: `cut to ${length} bytes`, bytes: bytes.subarray(0, length) }))
}

/** One bit of the file turned over: each `step`-th of all bits. */
export function flips(bytes: Uint8Array, step: number): Damage[] {
  const flipped: Damage[] = []
  for (let bit = 0; bit < 8 * bytes.length; bit += step) {
    const copy = Uint8Array.from(bytes)
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    flipped.push({ name: `bit ${bit & 7} of byte ${bit >> 3}`, bytes: copy })
  }
  return flipped
}

/** What disks, editors and transfers are known to do. */
export function knownDamages(bytes: Uint8Array): Damage[] {
  const text = Buffer.from(bytes).toString('utf8')
  const length = bytes.length
  const half = Math.floor(length / 2)
  const withNuls = (from: number, to: number) => Uint8Array.from(bytes).fill(0, from, to)
  return [
    { name: 'empty', bytes: new Uint8Array() },
    { name: 'a line break', bytes: Buffer.from('\n') },
    { name: 'NULs alone', bytes: withNuls(0, length) },
    { name: 'NULs at the beginning', bytes: withNuls(0, 64) },
    { name: 'NULs in the middle', bytes: withNuls(half, half + 64) },
    { name: 'NULs at the end', bytes: withNuls(half, length) },
    { name: 'NULs after the end', bytes: Buffer.concat([bytes, new Uint8Array(512)]) },
    { name: 'a byte order mark', bytes: Buffer.from(`\ufeff${text}`) },
    { name: 'CRLF', bytes: Buffer.from(text.replaceAll('\n', '\r\n')) },
    { name: 'UTF-16', bytes: Buffer.from(`\ufeff${text}`, 'utf16le') },
    { name: 'twice', bytes: Buffer.concat([bytes, bytes]) },
    { name: 'a longer end', bytes: Buffer.concat([bytes, bytes.subarray(half)]) },
    { name: 'the second half alone', bytes: bytes.subarray(half) },
    { name: 'other JSON', bytes: Buffer.from('{"entries":[]}\n') },
    { name: 'null', bytes: Buffer.from('null\n') },
    { name: 'deep JSON', bytes: Buffer.from('['.repeat(100_000)) },
    { name: 'prose', bytes: Buffer.from('This file was removed by your administrator.\n') },
  ]
}

/** Harm by chance, one to three times over. */
export function damageByChance(bytes: Uint8Array, chance: Chance): Damage {
  const names: string[] = []
  let damaged = bytes
  for (let left = 1 + chance(3); left > 0; left -= 1) {
    const kind = harms[chance(harms.length)] ?? flipBits
    const harmed = kind(damaged, chance)
    names.push(harmed.name)
    damaged = harmed.bytes
  }
  return { name: names.join(', then '), bytes: damaged }
}

type Harm = (bytes: Uint8Array, chance: Chance) => Damage

const harms: readonly Harm[] = [flipBits, cut, nulls, removed, repeated, rubbish, exchanged]

function flipBits(bytes: Uint8Array, chance: Chance): Damage {
  const copy = Uint8Array.from(bytes)
  const count = 1 + chance(16)
  for (let n = 0; n < count && copy.length > 0; n += 1) {
    const at = chance(copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << chance(8))
  }
  return { name: `${count} bits`, bytes: copy }
}

function cut(bytes: Uint8Array, chance: Chance): Damage {
  const length = chance(bytes.length + 1)
  return { name: `cut to ${length}`, bytes: bytes.subarray(0, length) }
}

function nulls(bytes: Uint8Array, chance: Chance): Damage {
  const [from, to] = range(bytes, chance)
  return { name: `NULs from ${from} to ${to}`, bytes: Uint8Array.from(bytes).fill(0, from, to) }
}

function removed(bytes: Uint8Array, chance: Chance): Damage {
  const [from, to] = range(bytes, chance)
  return { name: `without ${from} to ${to}`, bytes: Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]) }
}

function repeated(bytes: Uint8Array, chance: Chance): Damage {
  const [from, to] = range(bytes, chance)
  return { name: `${from} to ${to} twice`, bytes: Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]) }
}

function rubbish(bytes: Uint8Array, chance: Chance): Damage {
  const [from, to] = range(bytes, chance)
  const copy = Uint8Array.from(bytes)
  for (let at = from; at < to; at += 1) copy[at] = chance(256)
  return { name: `rubbish from ${from} to ${to}`, bytes: copy }
}

/** Two blocks in each other's place, as where a disk mixes them up. */
function exchanged(bytes: Uint8Array, chance: Chance): Damage {
  const size = Math.min(512, Math.floor(bytes.length / 2))
  const copy = Uint8Array.from(bytes)
  const [a, b] = [chance(bytes.length - size + 1), chance(bytes.length - size + 1)]
  copy.set(bytes.subarray(a, a + size), b)
  copy.set(bytes.subarray(b, b + size), a)
  return { name: `${size} bytes at ${a} and ${b} exchanged`, bytes: copy }
}

function range(bytes: Uint8Array, chance: Chance): readonly [number, number] {
  const from = chance(bytes.length + 1)
  return [from, Math.min(bytes.length, from + 1 + chance(2048))]
}
