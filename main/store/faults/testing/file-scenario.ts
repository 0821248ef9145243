import { ok, problem } from '#annotations/model/result'
import { DurableFile } from '../../durable-file'
import { type FileSystem, systemCode } from '../../file-system'
import { added, type CrashPoint, type Judge, sweep, type Tally } from './crash-sweep'
import { type BeforeCall, FaultFs } from './fault-fs'
import { writeAsLowdb } from './lowdb-model'

/** A way to write one file: each writes the whole content and says whether that is safe now. */
export interface Contender {
  readonly name: string
  /** Whether it keeps the generation before as `.prev`, and promises that what it wrote survives a power cut. */
  readonly promises: boolean
  open(fs: FileSystem): (content: Uint8Array) => Promise<boolean>
}

/** What the writer of one file has been promised, as numbers of generations; 0: nothing. */
export interface Generations {
  readonly acknowledged: number
  readonly tried: number
}

const path = '/press/a.json'

export const ours: Contender = {
  name: 'Pressmark',
  promises: true,
  open(fs) {
    const file = new DurableFile(fs, path, 'a.json')
    return async content => {
      // What is found is a former generation, of a write that ended in an error: the new one stands for both.
      const isSound = (found: Uint8Array) => generationOf(found) !== undefined
      const written = await file.write(content, found => (isSound(found) ? ok({ bytes: content }) : problem('damaged')))
      return written.ok
    }
  },
}

/** See `lowdb-model.ts`. */
export const stockLowdb: Contender = {
  name: 'lowdb alone',
  promises: false,
  open: fs => async content => {
    try {
      await writeAsLowdb(fs, path, content)
      return true
    } catch (error) {
      if (systemCode(error) === undefined) throw error
      return false
    }
  },
}

/** Ours on a disk that is asked less than it should be: what the harness has to find out. */
export function careless(name: string, less: (fs: FileSystem) => FileSystem): Contender {
  return { ...ours, name, open: fs => ours.open(less(fs)) }
}

/** The n-th content; they get longer and shorter, and none is the beginning of another. */
export function generation(n: number): Uint8Array {
  return Buffer.from(`<${n}${'.'.repeat((n * 7) % 13)}${n}>`)
}

/** The number of a whole content; `undefined` for what was never written. */
export function generationOf(bytes: Uint8Array): number | undefined {
  const n = Number(/^<(\d)\.*\1>$/.exec(Buffer.from(bytes).toString('latin1'))?.[1])
  return Number.isNaN(n) || !generation(n).every((byte, i) => byte === bytes[i]) ? undefined : n
}

export interface FileScenario {
  /** Contents that are written, one after the other; each is tried again until it is acknowledged, at most 3 times. */
  readonly contents: number
  readonly before?: BeforeCall
}

/** Writes a file and notes each moment before an operation, and the end. */
export async function fileCrashPoints(
  contender: Contender,
  { contents, before = () => undefined }: FileScenario,
): Promise<CrashPoint<Generations>[]> {
  const points: CrashPoint<Generations>[] = []
  let promised: Generations = { acknowledged: 0, tried: 0 }
  let watching = false
  const fs = new FaultFs(call => {
    if (!watching) return undefined
    const at = `operation ${points.length + 1} (${call.operation} ${call.name})`
    points.push({ disk: fs.crashed(), promised, at })
    return before({ ...call, n: points.length })
  })
  await fs.mkdir('/press')
  await fs.syncDirectory('/')
  watching = true
  const write = contender.open(fs)
  for (let n = 1; n <= contents; n += 1) {
    promised = { ...promised, tried: n }
    for (let attempt = 0; attempt < 3 && promised.acknowledged < n; attempt += 1) {
      if (await write(generation(n))) promised = { ...promised, acknowledged: n }
    }
  }
  points.push({ disk: fs.crashed(), promised, at: 'the end' })
  return points
}

/**
 * One sweep for each operation that can fail once, with each error; the writer then tries again. So a crash comes on
 * top of a failure.
 */
export async function sweepAfterFailures(
  contender: Contender,
  errors: readonly string[],
  options: { readonly contents: number; readonly bound: number; readonly seed: number },
): Promise<Tally> {
  const tallies: Tally[] = []
  for (const error of errors) {
    for (let failing = 1, done = false; !done; failing += 1) {
      const before: BeforeCall = ({ n }) => (n === failing ? { error } : undefined)
      const points = await fileCrashPoints(contender, { contents: options.contents, before })
      done = points.length <= failing
      tallies.push(await sweep(points, judgeFile(contender), options))
    }
  }
  return added(tallies)
}

/**
 * The promise for one file: what was acknowledged is there, or what was tried after it, whole; `.prev` can be read;
 * and the next write after the crash holds too.
 */
export function judgeFile(contender: Contender): Judge<Generations> {
  return async (fs, { acknowledged, tried }) => {
    const found = await numberAt(fs, path)
    if (found === undefined) return 'torn'
    if (found < acknowledged) return 'lost'
    if (found > tried) return 'never written'
    if (!contender.promises) return 'sound'
    const previous = await numberAt(fs, `${path}.prev`)
    if (previous === undefined || (acknowledged > 0 && previous === 0)) return 'without a spare'
    if (!(await contender.open(fs)(generation(9)))) return 'stuck'
    const afterNext = new FaultFs(undefined, fs.crashed().nodes)
    return (await numberAt(afterNext, path)) === 9 ? 'sound' : 'stuck'
  }
}

/** 0 where there is no file. */
async function numberAt(fs: FileSystem, at: string): Promise<number | undefined> {
  try {
    return generationOf(await fs.readFile(at))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 0
    throw error
  }
}
