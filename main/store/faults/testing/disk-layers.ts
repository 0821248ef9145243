/** A file or folder as it stands on the platter. */
export interface DurableNode {
  readonly kind: 'file' | 'folder'
  readonly mode: number
  /** A file's content. */
  readonly bytes: Uint8Array
  /** A folder's names. */
  readonly names: ReadonlyMap<string, number>
}

/** What was done and not yet synced. A rename is two: the new name is set, the old one is removed. */
export type Effect =
  | { readonly kind: 'name'; readonly folder: number; readonly name: string; readonly node: number | undefined }
  | { readonly kind: 'data'; readonly node: number; readonly at: number; readonly bytes: Uint8Array }

/** All that decides what a disk holds after a crash: what is durable, and what else may have reached it. */
export interface CrashedDisk {
  readonly nodes: ReadonlyMap<number, DurableNode>
  readonly effects: readonly Effect[]
}

/**
 * What a crash made of one effect. Of data, `torn` keeps the first bytes and leaves the size there; `zeroed` keeps
 * the first bytes and has NULs in the place of the others.
 */
export type Fate = 'kept' | 'dropped' | { readonly torn: number } | { readonly zeroed: number }

/** The fates that are enumerated. Data may end in the middle, or as NULs alone. */
export function fatesOf(effect: Effect): readonly Fate[] {
  if (effect.kind === 'name') return ['kept', 'dropped']
  return ['kept', 'dropped', { torn: Math.floor(effect.bytes.length / 2) }, { zeroed: 0 }]
}

export const rootNode = 1

/** What stands on the disk where each effect had its fate, in the order in which they were done. */
export function surviving({ nodes, effects }: CrashedDisk, fates: readonly Fate[]): ReadonlyMap<number, DurableNode> {
  const found = new Map(nodes)
  effects.forEach((effect, i) => {
    const fate = fates[i] ?? 'kept'
    if (fate !== 'dropped') applyEffect(found, effect, fate)
  })
  return found
}

/** Changes the map, never a node in it. */
export function applyEffect(nodes: Map<number, DurableNode>, effect: Effect, fate: Fate): void {
  const id = effect.kind === 'name' ? effect.folder : effect.node
  const node = nodes.get(id)
  if (node === undefined) throw new Error(`no node ${id}`)
  if (effect.kind === 'name') {
    const names = new Map(node.names)
    if (effect.node === undefined) names.delete(effect.name)
    else names.set(effect.name, effect.node)
    nodes.set(id, { ...node, names })
  } else {
    nodes.set(id, { ...node, bytes: overlaid(node.bytes, effect.at, dataLeft(effect.bytes, fate)) })
  }
}

function dataLeft(bytes: Uint8Array, fate: Fate): Uint8Array {
  if (typeof fate === 'string') return bytes
  if ('torn' in fate) return bytes.subarray(0, fate.torn)
  const left = new Uint8Array(bytes.length)
  left.set(bytes.subarray(0, fate.zeroed))
  return left
}

/** Bytes with others written over them; a gap between is NULs, as in a file with a hole. */
export function overlaid(bytes: Uint8Array, at: number, written: Uint8Array): Uint8Array {
  const size = written.length === 0 ? bytes.length : Math.max(bytes.length, at + written.length)
  const result = new Uint8Array(size)
  result.set(bytes)
  if (written.length > 0) result.set(written, at)
  return result
}
