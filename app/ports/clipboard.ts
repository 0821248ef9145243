/** What was copied last, in whatever program, in the forms in which it can be had; an empty one is none. */
export interface Copied {
  readonly html: string
  readonly text: string
}

/** The clipboard of the machine. */
export interface Clipboard {
  read(): Promise<Copied>
}
