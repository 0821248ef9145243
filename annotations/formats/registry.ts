import { readCsv } from './csv/read'
import { writeCsv } from './csv/write'
import type { Excerpt } from './excerpt'
import type { ReadExcerpts } from './excerpt-row'
import { readJsonl } from './jsonl/read'
import { writeJsonl } from './jsonl/write'
import { readMd } from './md/read'
import { writeMd } from './md/write'

/** A format of rows of excerpts. Each reads back what it wrote, and has a folder of its name with the cases for that. */
export interface ExcerptFormat {
  readonly name: 'csv' | 'jsonl' | 'md'
  /** Of its files, without the dot. */
  readonly extension: string
  readonly mediaType: string
  /** Whether the format has an escaped and a raw form; `raw` is ignored where it has not. */
  readonly hasRaw: boolean
  write(excerpts: readonly Excerpt[], options?: { readonly raw?: boolean }): string
  read(text: string): ReadExcerpts
}

/** Every format that excerpts can be exported to and checked in. */
export const excerptFormats: readonly ExcerptFormat[] = [
  { name: 'csv', extension: 'csv', mediaType: 'text/csv', hasRaw: true, write: writeCsv, read: readCsv },
  {
    name: 'jsonl',
    extension: 'jsonl',
    mediaType: 'application/jsonl',
    hasRaw: false,
    write: writeJsonl,
    read: readJsonl,
  },
  { name: 'md', extension: 'md', mediaType: 'text/markdown', hasRaw: false, write: writeMd, read: readMd },
]

/** The format of a file by its name's extension, whatever its case; `undefined` for another. */
export function formatOfFile(name: string): ExcerptFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase()
  return excerptFormats.find(format => format.extension === extension)
}

/** Formats of whole annotations, which `annotate` reads in; each has a folder with `write.ts`, `read.ts`, `cases.ts`. */
export const annotationFormats = ['pressmark'] as const
export type AnnotationFormat = (typeof annotationFormats)[number]

/** Formats of other programs, which `annotate` reads in and nothing writes; each has a folder with `read.ts`. */
export const inputFormats = ['brat'] as const
