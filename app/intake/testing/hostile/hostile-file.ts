// Imported by tests only, as everything in this folder.

/** A file that is made to harm, and what must come of it: a code, or `text` where its words are read and nothing else. */
export interface HostileFile {
  readonly what: string
  readonly name: string
  readonly bytes: () => Uint8Array
  /** Of an archive `files`: each of its files is a row of its own. */
  readonly comes: string
  /** Must stand in the text, of an archive in its list of names and codes; and must not. */
  readonly has?: string
  readonly lacks?: string
}

/** What sound words there are in such files. */
export const words = 'The company said so.'

export const many = (n: number, text: string) => text.repeat(n)
export const counted = (n: number, write: (n: number) => string) =>
  Array.from({ length: n }, (_, at) => write(at)).join('')
