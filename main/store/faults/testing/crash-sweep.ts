import { type Chance, chanceFrom } from './chance'
import { type CrashedDisk, type DurableNode, type Effect, type Fate, fatesOf, rootNode, surviving } from './disk-layers'
import { FaultFs } from './fault-fs'

/** A moment at which the machine may stop, and what it has promised by then. */
export interface CrashPoint<Promised> {
  readonly disk: CrashedDisk
  readonly promised: Promised
  /** For the message where it goes wrong. */
  readonly at: string
}

/** `sound`, or a word for what went wrong. */
export type Judge<Promised> = (disk: FaultFs, promised: Promised) => Promise<string>

export interface Tally {
  /** Crash points. */
  readonly points: number
  /** Crash points times the subsets of effects that reached the disk. */
  readonly subsets: number
  /** Of those the ones that were sampled, there being more than the bound. */
  readonly sampled: number
  /** How often it went wrong, by word. */
  readonly wrong: ReadonlyMap<string, number>
  /** The first time that it did. */
  readonly first: string | undefined
}

/**
 * Lets the machine stop at each point, with each subset of what was not synced on the disk; where there are more than
 * `bound` of them, with so many of them by chance, among which are all, none, and all or none but one.
 */
export async function sweep<Promised>(
  points: readonly CrashPoint<Promised>[],
  judge: Judge<Promised>,
  { bound, seed }: { readonly bound: number; readonly seed: number },
): Promise<Tally> {
  const wrong = new Map<string, number>()
  const verdicts = new Map<string, string>()
  const chance = chanceFrom(seed)
  let subsets = 0
  let sampled = 0
  let first: string | undefined
  for (const { disk, promised, at } of points) {
    const all = subsetsOf(disk.effects, bound, chance)
    for (const fates of all.subsets) {
      const nodes = surviving(disk, fates)
      const key = `${JSON.stringify(promised)} ${portrait(nodes)}`
      // Two subsets may leave the same disk: what is read from it is the same too.
      const verdict = verdicts.get(key) ?? (await judge(new FaultFs(undefined, nodes), promised))
      verdicts.set(key, verdict)
      if (verdict === 'sound') continue
      wrong.set(verdict, (wrong.get(verdict) ?? 0) + 1)
      first ??= `${verdict} at ${at} with ${JSON.stringify(describe(disk.effects, fates))}`
    }
    subsets += all.subsets.length
    if (all.sampled) sampled += all.subsets.length
  }
  return { points: points.length, subsets, sampled, wrong, first }
}

export function wrongIn({ wrong }: Tally): number {
  return [...wrong.values()].reduce((sum, n) => sum + n, 0)
}

/** A line for people: `54 crash points, 3,120 disks after them: 0 lost`. */
export function told(name: string, tally: Tally): string {
  const disks = `${tally.points} crash points, ${tally.subsets} disks after them`
  const sampled = tally.sampled === 0 ? '' : ` (${tally.sampled} of them sampled)`
  const wrong = [...tally.wrong].map(([word, n]) => `${n} ${word}`).join(', ')
  return `${name}: ${disks}${sampled}: ${wrong === '' ? '0 lost' : wrong}`
}

/** Several sweeps as one. */
export function added(tallies: readonly Tally[]): Tally {
  const wrong = new Map<string, number>()
  for (const tally of tallies) for (const [word, n] of tally.wrong) wrong.set(word, (wrong.get(word) ?? 0) + n)
  const sum = (of: 'points' | 'subsets' | 'sampled') => tallies.reduce((total, tally) => total + tally[of], 0)
  const first = tallies.find(tally => tally.first !== undefined)?.first
  return { points: sum('points'), subsets: sum('subsets'), sampled: sum('sampled'), wrong, first }
}

function subsetsOf(effects: readonly Effect[], bound: number, chance: Chance) {
  const choices = effects.map(fatesOf)
  const count = choices.reduce((product, fates) => product * fates.length, 1)
  if (count <= bound) return { subsets: Array.from({ length: count }, (_, n) => numbered(choices, n)), sampled: false }
  const all = (fate: Fate, butOne?: number, other: Fate = fate) => effects.map((_, i) => (i === butOne ? other : fate))
  const butOne = effects.flatMap((_, i) => [all('kept', i, 'dropped'), all('dropped', i, 'kept')])
  const subsets = [all('kept'), all('dropped'), ...butOne].slice(0, bound)
  while (subsets.length < bound) subsets.push(effects.map(effect => fateByChance(effect, chance)))
  return { subsets, sampled: true }
}

/** The n-th of all combinations. */
function numbered(choices: readonly (readonly Fate[])[], n: number): readonly Fate[] {
  let left = n
  return choices.map(fates => {
    const fate = fates[left % fates.length] ?? 'kept'
    left = Math.floor(left / fates.length)
    return fate
  })
}

function fateByChance(effect: Effect, chance: Chance): Fate {
  const fates = fatesOf(effect)
  const fate = fates[chance(fates.length)] ?? 'kept'
  if (typeof fate === 'string' || effect.kind === 'name') return fate
  const length = chance(effect.bytes.length + 1)
  return 'torn' in fate ? { torn: length } : { zeroed: length }
}

/** All that can be reached from the root, by content: two disks that look the same have the same. */
function portrait(nodes: ReadonlyMap<number, DurableNode>, id: number = rootNode): string {
  const node = nodes.get(id)
  if (node === undefined) return '?'
  if (node.kind === 'file') return Buffer.from(node.bytes).toString('latin1')
  const names = [...node.names].sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${names.map(([name, item]) => `${name}#${item}:${portrait(nodes, item)}`).join('\0')}}`
}

function describe(effects: readonly Effect[], fates: readonly Fate[]) {
  return effects.map((effect, i) => ({
    effect: effect.kind === 'name' ? `${effect.name} = ${effect.node ?? 'removed'}` : `data of ${effect.node}`,
    fate: fates[i],
  }))
}
