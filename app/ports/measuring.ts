import type { BootstrapOptions } from '#annotations/agreement/bootstrap'
import type { Study } from '#annotations/agreement/study'
import type { Register } from '#annotations/changes/resolve'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import type { Problem, Result } from '#annotations/model/result'
import type { CasePage, CaseQuestion, LayerJson } from '#app/contract/agreement-values'

/** A study to be measured. Plain values: it may go to another thread. */
export interface MeasureJob {
  readonly study: Study
  /** The study's annotators in order. */
  readonly ids: readonly AnnotatorId[]
  readonly codebook: Register
  readonly bootstrap: BootstrapOptions
}

export interface MeasureOptions {
  /** An aborted one gives `cancelled`. */
  readonly signal?: AbortSignal
  /** Told how much of the work is done, 0 to 1; it never falls. */
  readonly onProgress?: (share: number) => void
}

/** A study that was measured, until it is ended. */
export interface Measured {
  /** Of all documents together. */
  readonly layers: readonly LayerJson[]
  /** Of one document, without intervals; empty for one that is not compared. `failed`: it is ended. */
  ofDocument(id: DocumentId): Promise<Result<readonly LayerJson[], Problem<'failed'>>>
  cases(question: CaseQuestion): Promise<Result<CasePage, Problem<'failed'>>>
  end(): void
}

/** Measures studies without keeping its caller from other work. */
export interface Measuring {
  measure(job: MeasureJob, options?: MeasureOptions): Promise<Result<Measured, Problem<'cancelled' | 'failed'>>>
}
