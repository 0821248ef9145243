import type { IntakeOptions } from '#app/ports/intake'

/** A reader tells how much of its work is done, 0 to 1. */
export type Report = (share: number) => void

/** What readers do of all that is done for a file; the rest is its canonical text, roles and metadata. */
const readersShare = 0.8
const step = 0.01

/** Reports of a reader as progress of the whole: at least a hundredth after the one before. */
export function reportTo({ onProgress }: IntakeOptions): Report {
  let told = 0
  return share => {
    const whole = Math.min(share, 1) * readersShare
    if (whole < told + step) return
    told = whole
    onProgress?.(whole)
  }
}

/** The part `[from, to)` of a reader's work as a report of its own. */
export function partOf(report: Report, from: number, to: number): Report {
  return share => report(from + share * (to - from))
}
