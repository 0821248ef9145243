import type { TextRange } from '#annotations/model/revision'
import type { Answer } from './methods'

/** What became of transfers. `good`, `near`, `wrong` and `missed` add up to `all`. */
export interface Tally {
  all: number
  /** At the true place (IoU of 0.9 or more), or rightly said to be gone. */
  good: number
  /** At the true place, but with other ends. */
  near: number
  /** At a place that has nothing of the true one, or at any where the text is gone. */
  wrong: number
  /** Not found, though it is there. */
  missed: number
  /** Put without a question where it is not good. */
  silent: number
  /** Given as a question. */
  asked: number
}

export function newTally(): Tally {
  return { all: 0, good: 0, near: 0, wrong: 0, missed: 0, silent: 0, asked: 0 }
}

export function count(tally: Tally, truth: TextRange | undefined, answer: Answer | undefined): keyof Tally {
  const verdict = judge(truth, answer)
  tally.all += 1
  tally[verdict] += 1
  if (answer?.asked === true) tally.asked += 1
  if (answer?.asked === false && verdict !== 'good') tally.silent += 1
  return verdict
}

function judge(truth: TextRange | undefined, answer: TextRange | undefined): 'good' | 'near' | 'wrong' | 'missed' {
  if (truth === undefined) return answer === undefined ? 'good' : 'wrong'
  if (answer === undefined) return 'missed'
  const shared = Math.min(truth.end, answer.end) - Math.max(truth.start, answer.start)
  if (shared <= 0) return 'wrong'
  const both = Math.max(truth.end, answer.end) - Math.min(truth.start, answer.start)
  return shared / both >= 0.9 ? 'good' : 'near'
}

/** A table of tallies in percent, for a person to read. */
export function tableOf(tallies: ReadonlyMap<string, Tally>): string {
  const columns = ['good', 'near', 'wrong', 'missed', 'silent', 'asked'] as const
  const head = ['', ...columns, 'silent, at most'].map((name, n) => (n === 0 ? ''.padEnd(18) : name.padStart(8)))
  const rows = [...tallies].map(([name, tally]) => {
    const shares = columns.map(column => ((100 * tally[column]) / tally.all).toFixed(2).padStart(8))
    return [name.padEnd(18), ...shares, (100 * upperBound(tally.silent, tally.all)).toFixed(3).padStart(16)].join(' ')
  })
  return [head.join(' '), ...rows].join('\n')
}

/** The upper end of the one-sided 95 % interval of a share (Clopper and Pearson 1934), by bisection. */
export function upperBound(hits: number, all: number): number {
  let low = hits / all
  let high = 1
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (atMost(hits, all, middle) > 0.05) low = middle
    else high = middle
  }
  return high
}

/** The chance of at most `hits` of `all` where each has the chance `share`. */
function atMost(hits: number, all: number, share: number): number {
  let term = all * Math.log1p(-share)
  let sum = Math.exp(term)
  for (let k = 1; k <= hits; k += 1) {
    term += Math.log((all - k + 1) / k) + Math.log(share) - Math.log1p(-share)
    sum += Math.exp(term)
  }
  return sum
}
