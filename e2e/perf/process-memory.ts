import { readdir, readFile } from 'node:fs/promises'

/** A process and all that it started, directly or not. Linux only. */
export async function processTree(root: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name)).map(Number)
  const children = new Map<number, number[]>()
  for (const pid of pids) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    // The name in parentheses may hold anything; after it come the state and the parent.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const tree = [root]
  for (const pid of tree) tree.push(...(children.get(pid) ?? []))
  return tree
}

/**
 * Memory of these processes in MB, as if nothing else ran the same program: their own pages and what they share among
 * themselves (PSS), and of each mapped file once the most that one of them has in memory. Plain PSS would be less
 * whenever another Electron runs on the machine.
 */
export async function memoryOf(pids: readonly number[]): Promise<number> {
  let kilobytes = 0
  const files = new Map<string, number>()
  for (const pid of pids) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    for (const [, size] of rollup.matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB$/gm)) kilobytes += Number(size)
    for (const [file, size] of await mappedFiles(pid)) files.set(file, Math.max(size, files.get(file) ?? 0))
  }
  for (const size of files.values()) kilobytes += size
  return kilobytes / 1024
}

/** What a process has in memory of each part of a file that it maps, without pages that it changed, in kB. */
async function mappedFiles(pid: number): Promise<Map<string, number>> {
  const text = await readFile(`/proc/${pid}/smaps`, 'utf8').catch(() => '')
  const sizes = new Map<string, number>()
  for (const mapping of text.split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)) {
    const [, offset, file] = /^\S+ \S+ (\S+) \S+ [1-9]\d* +(\/.*)$/m.exec(mapping.slice(0, mapping.indexOf('\n'))) ?? []
    if (file === undefined || /^\/(?:dev\/shm|memfd)/.test(file)) continue
    const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(mapping)?.[1] ?? 0)
    const key = `${file} ${offset}`
    sizes.set(key, (sizes.get(key) ?? 0) + of('Rss') - of('Anonymous'))
  }
  return sizes
}

/** The most that a process has ever held, in MB. Linux only; 0 elsewhere and for one that is gone. */
export async function mostMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024
}

/** Processor time that these processes have used so far, in milliseconds; the kernel counts in steps of ten. */
export async function processorTime(pids: readonly number[]): Promise<number> {
  let ticks = 0
  for (const pid of pids) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  }
  return ticks * 10
}

/**
 * Reads a figure again and again until it rests: the last five readings within one percent. `pause` waits between two
 * of them. Gives up after `limit` readings and takes the last.
 */
export async function atRest(read: () => Promise<number>, pause: () => Promise<void>, limit = 60): Promise<number> {
  const last: number[] = []
  for (let i = 0; i < limit; i += 1) {
    await pause()
    last.push(await read())
    if (last.length > 5) last.shift()
    if (last.length === 5 && Math.max(...last) / Math.min(...last) < 1.01) break
  }
  return last.at(-1) ?? Number.NaN
}
