import type { BatchRow, ImportRow } from '#app/contract/values'

/** Told of the rows that changed, by their index; with `whole` of all. */
export type OnRows = (rows: readonly (readonly [at: number, row: BatchRow])[], whole: boolean) => void

/** The rows of a batch, in the order of its files; those of an archive come in its place when it is opened. */
export class ImportBatch {
  readonly #rows: BatchRow[]
  readonly #onRows: OnRows | undefined

  constructor(rows: readonly BatchRow[], onRows: OnRows | undefined) {
    this.#rows = [...rows]
    this.#onRows = onRows
    this.#tellAll()
  }

  set(at: number, row: BatchRow): void {
    this.#rows[at] = row
    this.#onRows?.([[at, row]], false)
  }

  replace(at: number, rows: readonly BatchRow[]): void {
    this.#rows.splice(at, 1, ...rows)
    this.#tellAll()
  }

  /** The rows, once every file has an end. */
  ended(): ImportRow[] {
    return this.#rows.filter((row): row is ImportRow => row.state !== 'waiting' && row.state !== 'reading')
  }

  #tellAll(): void {
    this.#onRows?.(
      this.#rows.map((row, at) => [at, row]),
      true,
    )
  }
}
