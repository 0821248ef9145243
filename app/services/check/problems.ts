/** Something in a workspace that is not as it should be. */
export interface WorkspaceProblem {
  /** Relative to the workspace, `/` between names. */
  readonly file: string
  readonly code: string
  /** The entry of the file: an annotation, a tag, a speaker. */
  readonly entry?: string
}

/** Problems as they are found, each once. */
export class Problems {
  private readonly found = new Map<string, WorkspaceProblem>()

  add(file: string, code: string, entry?: string): void {
    this.found.set(JSON.stringify([file, code, entry]), { file, code, ...(entry === undefined ? {} : { entry }) })
  }

  /** By file, then in the order in which they were found. */
  list(): WorkspaceProblem[] {
    return [...this.found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
  }
}
