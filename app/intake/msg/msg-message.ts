import { type CompoundStorage, openCompound } from './compound-file'
import { listStarts, MapiProperties, streamName } from './mapi-properties'
import { type CompoundTree, writeCompound } from './write-compound'

/** A message of Outlook: its values, and what came with it. */
export interface MsgMessage {
  readonly values: MapiProperties
  readonly attachments: readonly MsgAttachment[]
}

/** What came with a message: a file, or another message. */
export interface MsgAttachment {
  readonly values: MapiProperties
  readonly message?: CompoundStorage
}

/** Names of values (MS-OXPROPS): PidTagAttachDataBinary or its object, and what the list of a message's folder is called. */
const data = 0x3701
const listName = '__properties_version1.0'

/** Opens a message; `undefined` for a compound file that is none. Only inside of `guard`; problems as `openCompound`. */
export function openMsg(bytes: Uint8Array): MsgMessage | undefined {
  const root = openCompound(bytes)
  return root.streams.has(listName) ? messageIn(root, 'message') : undefined
}

/** The message that a folder holds. Most files that can come with one: 2,000. */
export function messageIn(storage: CompoundStorage, kind: 'message' | 'embedded'): MsgMessage {
  const values = new MapiProperties(storage, kind)
  const folders = [...storage.storages].filter(([name]) => name.startsWith('__attach_version1.0_'))
  const attachments = folders
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, 2_000)
    .map(([, folder]) => {
      const message = folder.storages.get(streamName(data, '000d'))
      const own = new MapiProperties(folder, 'attachment', values.encoding)
      return message?.streams.has(listName) === true ? { values: own, message } : { values: own }
    })
  return { values, attachments }
}

/** The bytes of a file that came with a message; another message is a file of its own. Only inside of `guard`. */
export function bytesOfAttachment({ values, message }: MsgAttachment): Uint8Array {
  if (message === undefined) return values.bytes(data) ?? new Uint8Array()
  const tree = treeOf(message)
  const list = tree[listName]
  if (!(list instanceof Uint8Array)) return new Uint8Array()
  // What a message inside another says of itself is shorter by eight bytes that mean nothing.
  const { embedded, message: whole } = listStarts
  const moved = new Uint8Array(list.length + whole - embedded)
  moved.set(list.subarray(0, embedded))
  moved.set(list.subarray(embedded), whole)
  return writeCompound({ ...tree, [listName]: moved })
}

function treeOf({ streams, storages }: CompoundStorage): CompoundTree {
  return Object.fromEntries<Uint8Array | CompoundTree>([
    ...[...streams].map(([name, stream]) => [name, stream.read()] as const),
    ...[...storages].map(([name, storage]) => [name, treeOf(storage)] as const),
  ])
}
