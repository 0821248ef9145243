import { countIn, type Kind, nameOf } from './counted'
import type { Writer } from './writer'

/** What became of all that the writers of one kind acknowledged. */
export interface Losses {
  readonly kind: Kind
  rounds: number
  acknowledged: number
  lost: number
  /** What could not be read after a round. */
  readonly unreadable: string[]
}

export function noLosses(kind: Kind): Losses {
  return { kind, rounds: 0, acknowledged: 0, lost: 0, unreadable: [] }
}

/** Reads the folder of a writer that has ended and notes what is missing. */
export async function noteLosses(losses: Losses, writer: Writer, folder: string): Promise<void> {
  const { last, count } = await writer.acknowledged()
  const found = await countIn(losses.kind, folder)
  losses.rounds += 1
  losses.acknowledged += count
  if (typeof found === 'string') losses.unreadable.push(found)
  losses.lost += typeof found === 'string' ? count : Math.min(count, Math.max(0, last - found))
}

/** A line for people. */
export function toldLosses(what: string, { kind, rounds, acknowledged, lost, unreadable }: Losses): string {
  return `${nameOf[kind]}, ${rounds} × ${what}: ${lost} of ${acknowledged} acknowledged saves lost, ${unreadable.length} times unreadable`
}
