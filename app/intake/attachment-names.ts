import type { IntakeWarning } from '#app/ports/intake'
import { isReadable } from './readable-names'

/** A file that came with a message: what it is called there, and what it is called where that is nothing. */
export interface CalledFile {
  readonly own: string | null | undefined
  readonly usual: string
}

/** Names for files that came with a message, unlike each other and without folders. */
export function nameFiles(files: readonly CalledFile[]): string[] {
  const taken = new Set<string>()
  return files.map(({ own, usual }) => {
    const written = tidyName(own ?? '').slice(0, 200)
    const name = /^\.*$/.test(written) ? usual : written
    let free = name
    for (let n = 2; taken.has(free); n += 1) free = name.replace(/(\.[^.]*)?$/, ending => ` (${n})${ending}`)
    taken.add(free)
    return free
  })
}

/** A line as the name of a message that is a file. */
export function nameOfMessage(subject: string, extension: 'eml' | 'msg'): string {
  const written = subject.replace(/[/\\\s]+/g, ' ').trim()
  return `${written || 'message'}.${extension}`
}

function tidyName(written: string): string {
  return written.replace(/\p{Cc}+/gu, ' ').trim()
}

/** Says that files came with a message: how many, their names, and those that can be read, parted by line feeds. */
export function leftOut(names: readonly string[]): IntakeWarning[] {
  if (names.length === 0) return []
  const readable = names.filter(isReadable)
  return [
    {
      code: 'attachments-left-out',
      facts: {
        count: names.length,
        names: names.slice(0, 100).join('\n'),
        ...(readable.length === 0 ? {} : { readable: readable.slice(0, 100).join('\n') }),
      },
    },
  ]
}
