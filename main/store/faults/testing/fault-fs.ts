import { type FileStat, type FileSystem, type FolderItem, type NewFile, systemError } from '../../file-system'
import type { Operation } from '../../testing/faulty-file-system'
import { applyEffect, type CrashedDisk, type DurableNode, type Effect, overlaid, rootNode } from './disk-layers'

export interface Call {
  readonly operation: Operation
  /** The last of the path; of `link` and `rename` that of the new name. */
  readonly name: string
  readonly path: string
  /** Counts from 1. */
  readonly n: number
}

/** `take`: a write takes so many bytes at most. */
export type Fault = { readonly error: string } | { readonly take: number } | 'crash'

/** Told of each operation before it is done. */
export type BeforeCall = (call: Call) => Fault | undefined

/** The machine stopped: it is no error of the system, so no code under test may take it for one. */
export class Crash extends Error {}

interface Node extends DurableNode {
  readonly modified: bigint
}

/**
 * A disk in memory, with what programs see and what is durable. `sync` makes a file's data durable and nothing else,
 * `syncDirectory` a folder's names; a failed `sync` throws the data away and the next one succeeds, as on Linux.
 * Permission bits are durable at once. Paths are absolute, of any system's separators; the root is there.
 */
export class FaultFs implements FileSystem {
  readonly #before: BeforeCall
  readonly #seen = new Map<number, Node>()
  readonly #durable: Map<number, DurableNode>
  #effects: Effect[] = []
  #calls = 0
  #ticks = 0n
  #crashed = false

  /** `nodes`: what a former disk held after its crash. */
  constructor(before: BeforeCall = () => undefined, nodes?: ReadonlyMap<number, DurableNode>) {
    this.#before = before
    this.#durable = new Map(
      nodes ?? [[rootNode, { kind: 'folder', mode: 0o755, bytes: new Uint8Array(), names: new Map() }]],
    )
    for (const [id, node] of this.#durable) this.#seen.set(id, { ...node, modified: 0n })
  }

  /** What a crash at this moment would find. */
  crashed(): CrashedDisk {
    return { nodes: new Map(this.#durable), effects: [...this.#effects] }
  }

  /** The same disk for the next process: this one was killed, and the machine went on. */
  afterKill(before?: BeforeCall): FaultFs {
    const next = new FaultFs(before, this.#durable)
    for (const [id, node] of this.#seen) next.#seen.set(id, node)
    next.#effects = [...this.#effects]
    next.#ticks = this.#ticks
    return next
  }

  async create(path: string): Promise<NewFile> {
    this.#begin('create', path)
    const { folder, name } = this.#parent(path)
    if (this.#names(folder).has(name)) throw systemError('EEXIST', path)
    const id = this.#add('file', 0o600)
    this.#setName(folder, name, id)
    return this.#open(id, path)
  }

  async readFile(path: string): Promise<Uint8Array> {
    this.#begin('readFile', path)
    const { node } = this.#find(path)
    if (node.kind !== 'file') throw systemError('EISDIR', path)
    return Buffer.from(node.bytes)
  }

  async stat(path: string): Promise<FileStat> {
    this.#begin('stat', path)
    return this.#statOf(this.#find(path).id)
  }

  async readdir(path: string): Promise<readonly FolderItem[]> {
    this.#begin('readdir', path)
    const { id } = this.#find(path)
    return [...this.#names(id)].map(([name, item]) => ({ name, kind: this.#node(item).kind }))
  }

  async mkdir(path: string): Promise<void> {
    this.#begin('mkdir', path)
    const { folder, name } = this.#parent(path)
    if (this.#names(folder).has(name)) throw systemError('EEXIST', path)
    this.#setName(folder, name, this.#add('folder', 0o755))
  }

  async link(from: string, to: string): Promise<void> {
    this.#begin('link', to)
    const { id, node } = this.#find(from)
    const { folder, name } = this.#parent(to)
    if (node.kind !== 'file') throw systemError('EPERM', from)
    if (this.#names(folder).has(name)) throw systemError('EEXIST', to)
    this.#setName(folder, name, id)
  }

  async rename(from: string, to: string): Promise<void> {
    this.#begin('rename', to)
    const { id } = this.#find(from)
    const source = this.#parent(from)
    const target = this.#parent(to)
    const replaced = this.#names(target.folder).get(target.name)
    if (replaced === id) return
    if (replaced !== undefined && this.#node(replaced).kind === 'folder') throw systemError('EISDIR', to)
    this.#setName(target.folder, target.name, id)
    this.#setName(source.folder, source.name, undefined)
  }

  async unlink(path: string): Promise<void> {
    this.#begin('unlink', path)
    if (this.#find(path).node.kind === 'folder') throw systemError('EPERM', path)
    const { folder, name } = this.#parent(path)
    this.#setName(folder, name, undefined)
  }

  async syncDirectory(path: string): Promise<void> {
    this.#begin('syncDirectory', path)
    const { id } = this.#find(path)
    this.#settle(effect => effect.kind === 'name' && effect.folder === id)
  }

  async realpath(path: string): Promise<string> {
    this.#begin('realpath', path)
    this.#find(path)
    return `/${namesIn(path).join('/')}`
  }

  async checkWritable(path: string): Promise<void> {
    this.#begin('checkWritable', path)
    this.#find(path)
  }

  #open(id: number, path: string): NewFile {
    let at = 0
    return {
      write: async (bytes, start) => {
        const fault = this.#begin('write', path)
        const taken = bytes.slice(start, fault === undefined ? bytes.length : start + fault.take)
        const node = this.#node(id)
        this.#seen.set(id, { ...node, bytes: overlaid(node.bytes, at, taken), modified: this.#tick() })
        this.#effects.push({ kind: 'data', node: id, at, bytes: taken })
        at += taken.length
        return taken.length
      },
      setMode: async mode => {
        this.#begin('setMode', path)
        this.#seen.set(id, { ...this.#node(id), mode })
        const durable = this.#durable.get(id)
        if (durable !== undefined) this.#durable.set(id, { ...durable, mode })
      },
      sync: async () => {
        const isData = (effect: Effect) => effect.kind === 'data' && effect.node === id
        try {
          this.#begin('sync', path)
        } catch (error) {
          if (!(error instanceof Crash)) this.#effects = this.#effects.filter(effect => !isData(effect))
          throw error
        }
        this.#settle(isData)
      },
      stat: async () => {
        this.#begin('stat', path)
        return this.#statOf(id)
      },
      close: async () => void this.#begin('close', path),
    }
  }

  /** Throws what the fault says; returns how much a write may take. */
  #begin(operation: Operation, path: string): { readonly take: number } | undefined {
    if (this.#crashed) throw new Crash('the machine has stopped')
    this.#calls += 1
    const fault = this.#before({ operation, name: namesIn(path).at(-1) ?? '', path, n: this.#calls })
    if (fault === 'crash') {
      this.#crashed = true
      throw new Crash(`at ${operation} ${path}`)
    }
    if (fault !== undefined && 'error' in fault) throw systemError(fault.error, `${operation} ${path}`)
    return fault
  }

  #settle(isSettled: (effect: Effect) => boolean): void {
    for (const effect of this.#effects) if (isSettled(effect)) applyEffect(this.#durable, effect, 'kept')
    this.#effects = this.#effects.filter(effect => !isSettled(effect))
  }

  #add(kind: Node['kind'], mode: number): number {
    const id = Math.max(...this.#seen.keys()) + 1
    const node = { kind, mode, bytes: new Uint8Array(), names: new Map<string, number>() }
    this.#seen.set(id, { ...node, modified: this.#tick() })
    this.#durable.set(id, node)
    return id
  }

  #setName(folder: number, name: string, node: number | undefined): void {
    const effect: Effect = { kind: 'name', folder, name, node }
    const names = new Map(this.#names(folder))
    if (node === undefined) names.delete(name)
    else names.set(name, node)
    this.#seen.set(folder, { ...this.#node(folder), names })
    this.#effects.push(effect)
  }

  #node(id: number): Node {
    const node = this.#seen.get(id)
    if (node === undefined) throw new Error(`no node ${id}`)
    return node
  }

  #names(id: number): ReadonlyMap<string, number> {
    const node = this.#node(id)
    if (node.kind !== 'folder') throw systemError('ENOTDIR', `node ${id}`)
    return node.names
  }

  #find(path: string): { readonly id: number; readonly node: Node } {
    let id: number = rootNode
    for (const name of namesIn(path)) {
      const next = this.#names(id).get(name)
      if (next === undefined) throw systemError('ENOENT', path)
      id = next
    }
    return { id, node: this.#node(id) }
  }

  #parent(path: string): { readonly folder: number; readonly name: string } {
    const names = namesIn(path)
    return { folder: this.#find(names.slice(0, -1).join('/')).id, name: names.at(-1) ?? '' }
  }

  #statOf(id: number): FileStat {
    const { kind, bytes, mode, modified } = this.#node(id)
    return { kind, size: bytes.length, mode, inode: BigInt(id), modified }
  }

  #tick(): bigint {
    this.#ticks += 1n
    return this.#ticks
  }
}

function namesIn(path: string): string[] {
  return path.split(/[\\/]/).filter(name => name !== '' && name !== '.')
}

/** The same disk with other operations; a class hands on none of its own when it is spread. */
export function overriding(fs: FileSystem, other: Partial<FileSystem>): FileSystem {
  return new Proxy(fs, {
    get(target, operation, receiver) {
      const own = Reflect.get(other, operation, receiver) ?? Reflect.get(target, operation, target)
      return typeof own === 'function' ? own.bind(target) : own
    },
  })
}
