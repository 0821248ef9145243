import { type CompoundTree, writeCompound } from '../msg/write-compound'

/** What a message of Outlook is made of; `values` by their numbers: text as Unicode, bytes, or a number. */
export interface MadeMsg {
  readonly values: { readonly [id: number]: string | Uint8Array | number }
  readonly files?: readonly (
    | MadeMsg
    | { readonly name: string; readonly bytes: Uint8Array; readonly hidden?: boolean }
  )[]
}

/** The bytes of a message of Outlook. */
export function makeMsg(message: MadeMsg): Uint8Array {
  return writeCompound(treeOf(message, 32))
}

/** Its folder: streams by their names; `start`: of the list of values. */
export function treeOf({ values, files = [] }: MadeMsg, start: 24 | 32): CompoundTree {
  return {
    ...valuesOf(values, start),
    ...Object.fromEntries(
      files.map((file, n) => {
        const name = `__attach_version1.0_#${n.toString(16).toUpperCase().padStart(8, '0')}`
        if ('values' in file) return [name, { ...valuesOf({ 14085: 5 }, 8), '__substg1.0_3701000D': treeOf(file, 24) }]
        return [
          name,
          valuesOf({ 14081: file.bytes, 14087: file.name, ...(file.hidden === true ? { 32766: 1 } : {}) }, 8),
        ]
      }),
    ),
  }
}

function valuesOf(values: MadeMsg['values'], start: number): CompoundTree {
  const streams: { [name: string]: Uint8Array } = {}
  const list = new Uint8Array(start + 16 * Object.keys(values).length)
  const view = new DataView(list.buffer)
  for (const [n, [id, value]] of Object.entries(values).entries()) {
    const type = typeof value === 'string' ? 0x1f : typeof value === 'number' ? 3 : 0x102
    view.setUint16(start + 16 * n, type, true)
    view.setUint16(start + 16 * n + 2, Number(id), true)
    if (typeof value === 'number') {
      view.setUint32(start + 16 * n + 8, value, true)
      continue
    }
    const bytes = typeof value === 'string' ? utf16(value) : value
    view.setUint32(start + 16 * n + 8, bytes.length, true)
    const hex = (number: number) => number.toString(16).toUpperCase().padStart(4, '0')
    streams[`__substg1.0_${hex(Number(id))}${hex(type)}`] = bytes
  }
  return { ...streams, '__properties_version1.0': list }
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let n = 0; n < text.length; n += 1) view.setUint16(2 * n, text.charCodeAt(n), true)
  return bytes
}
