import { strToU8 } from 'fflate'
import { writeCompound } from '../../msg/write-compound'
import { makeMsg } from '../make-msg'
import { type HostileFile, many, words } from './hostile-file'
import { trackersOf } from './pages'

/** Numbers of values: plain text, compressed RTF, page, and what a message is. */
const [body, rtf, html, messageClass] = [0x1000, 0x1009, 0x1013, 0x001a]

/** Messages of Outlook. */
export function hostileMsgs(address: string): readonly HostileFile[] {
  return [
    {
      what: 'an Outlook message whose page loads trackers',
      name: 'trackers.msg',
      bytes: () => makeMsg({ values: { [html]: strToU8(`${trackersOf(address)}<p>${words}</p>`) } }),
      comes: 'text',
      has: words,
      lacks: 'stolen',
    },
    {
      what: 'an Outlook message with a chain that goes round',
      name: 'round.msg',
      bytes: () => roundMsg(),
      comes: 'unreadable',
    },
    {
      what: 'an Outlook message whose list of parts goes round',
      name: 'list.msg',
      bytes: () => roundList(),
      comes: 'unreadable',
    },
    {
      what: 'an Outlook message whose RTF says it is a gigabyte',
      name: 'rtf.msg',
      bytes: () => makeMsg({ values: { [rtf]: packedRtf(0x3fffffff) } }),
      comes: 'too-much-text',
    },
    {
      what: 'an Outlook message whose RTF becomes 40 MB',
      name: 'bomb.msg',
      bytes: () => makeMsg({ values: { [rtf]: packedRtf(40_000_000) } }),
      comes: 'unreadable',
    },
    { what: 'an Outlook message that is encrypted', name: 'locked.msg', bytes: () => lockedMsg(), comes: 'encrypted' },
    {
      what: 'an Outlook message in 60 others',
      name: 'deep.msg',
      bytes: () => makeMsg(nested(60)),
      comes: 'unreadable',
    },
    {
      what: 'a folder of files called an Outlook message',
      name: 'folder.msg',
      bytes: () => writeCompound({ WordDocument: strToU8(many(1_000, words)) }),
      comes: 'unreadable',
    },
    {
      what: 'a text called an Outlook message',
      name: 'text.msg',
      bytes: () => strToU8(words),
      comes: 'unreadable',
    },
  ]
}

export function lockedMsg(): Uint8Array {
  const files = [{ name: 'smime.p7m', bytes: strToU8('secret') }]
  return makeMsg({ values: { [messageClass]: 'IPM.Note.SMIME' }, files })
}

/** A message whose table of chains leads each of its sectors to itself. */
export function roundMsg(): Uint8Array {
  const bytes = makeMsg({ values: { [body]: many(1_000, words) } })
  const view = new DataView(bytes.buffer)
  const table = (view.getUint32(76, true) + 1) * 4096
  for (let sector = 0; sector < 64; sector += 1) view.setUint32(table + 4 * sector, sector, true)
  return bytes
}

/** The first part of the message says of itself that it is the next one. */
function roundList(): Uint8Array {
  const bytes = makeMsg({ values: { [body]: words } })
  const view = new DataView(bytes.buffer)
  const sector = 2 ** view.getUint16(30, true)
  const parts = (view.getUint32(48, true) + 1) * sector
  const first = view.getUint32(parts + 76, true)
  view.setUint32(parts + 128 * first + 72, first, true)
  return bytes
}

/** Compressed RTF of few bytes that refer to what they made themselves, over and over. */
function packedRtf(size: number): Uint8Array {
  const bytes = new Uint8Array(16 + 3_000_000).fill(0xff, 16)
  const view = new DataView(bytes.buffer)
  for (const [n, word] of [bytes.length - 4, size, 0x75465a4c, 0].entries()) view.setUint32(4 * n, word, true)
  for (let at = 17; at < bytes.length; at += 17) bytes[at - 1] = 0xff
  return bytes
}

function nested(depth: number): Parameters<typeof makeMsg>[0] {
  return depth === 0 ? { values: { [body]: words } } : { values: {}, files: [nested(depth - 1)] }
}
