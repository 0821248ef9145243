/** What was measured of one subject over all rounds. */
export interface Series {
  readonly bench: string
  readonly subject: string
  readonly metric: string
  readonly unit: string
  readonly values: readonly number[]
}

/** What a figure is asked to be. */
export interface Target {
  readonly bench: string
  readonly subject: string
  readonly metric: string
  /** Whose figure of the same run it is set against; without one the figure itself is judged. */
  readonly peer?: string
  /** The greatest ratio, or the greatest figure, that is good enough. */
  readonly atMost: number
}

/** The middle of the values; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2
}

/** Values by bench, subject and metric, in the order in which they first came. */
export class Measurements {
  readonly #series = new Map<string, Series & { readonly values: number[] }>()

  add(series: Omit<Series, 'values'>, ...values: readonly number[]): void {
    const key = keyOf(series)
    const known = this.#series.get(key) ?? { ...series, values: [] }
    known.values.push(...values)
    this.#series.set(key, known)
  }

  /**
   * The median of the ratios to a peer, round by round: both were measured one after the other, so that what else the
   * machine did weighs on both. `undefined` where one of them was not measured.
   */
  ratio(of: Omit<Series, 'values' | 'unit'>, peer: string): number | undefined {
    const own = this.#series.get(keyOf(of))
    const other = this.#series.get(keyOf({ ...of, subject: peer }))
    if (own === undefined || other === undefined) return undefined
    return median(own.values.map((value, round) => value / (other.values[round] ?? Number.NaN)))
  }

  /** What was measured, round by round; empty where nothing was. */
  valuesOf(of: Omit<Series, 'values' | 'unit'>): readonly number[] {
    return this.#series.get(keyOf(of))?.values ?? []
  }

  /** The median of a figure; `undefined` where it was not measured. */
  medianOf(of: Omit<Series, 'values' | 'unit'>): number | undefined {
    const series = this.#series.get(keyOf(of))
    return series === undefined ? undefined : median(series.values)
  }

  /** One JSON line per figure on standard output: the median, its extremes, and its ratio to the peer. */
  print(peerOf: (series: Series) => string | undefined): void {
    for (const series of this.#series.values()) {
      const { bench, subject, metric, unit, values } = series
      const peer = peerOf(series)
      const ratio = peer === undefined || peer === subject ? undefined : this.ratio(series, peer)
      const figure = {
        bench,
        subject,
        metric,
        value: rounded(median(values)),
        unit,
        ...(ratio === undefined ? {} : { ratioTo: { subject: peer, value: rounded(ratio) } }),
        range: [rounded(Math.min(...values)), rounded(Math.max(...values))],
        count: values.length,
      }
      console.log(JSON.stringify(figure))
    }
  }

  /** A table of the targets and whether each was met, for a person to read. */
  judge(targets: readonly Target[]): void {
    const rows = targets.flatMap(target => {
      const { bench, subject, metric, peer, atMost } = target
      const found = peer === undefined ? this.medianOf(target) : this.ratio(target, peer)
      if (found === undefined) return []
      const what = `${bench}: ${metric}, ${peer === undefined ? subject : `${subject} / ${peer}`}`
      return `${what.padEnd(84)} ${found.toFixed(2).padStart(7)}  at most ${atMost.toFixed(2).padStart(6)}  ${found <= atMost ? 'met' : 'missed'}`
    })
    console.error(['', ...rows].join('\n'))
  }
}

function keyOf({ bench, subject, metric }: Omit<Series, 'values' | 'unit'>): string {
  return JSON.stringify([bench, subject, metric])
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
