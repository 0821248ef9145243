/** Follows the files that a page asks for when it starts. */
export interface PageFiles {
  /** A file was answered: its path below the folder of the page, and its bytes. */
  answered(path: string, bytes: Uint8Array): void
  /** Resolves when the page has all that its head names, or after a while in which it did not ask for all of it. */
  readonly complete: Promise<void>
}

/** How long an answer is on its way to the page, and how long a page may take to ask, in milliseconds. */
const underway = 4
const longest = 400

const named = /(?:src|href)="\.\/([^"]+)"/g

/** `page`: the path of the page itself, which must be answered first. */
export function followPageFiles(page: string): PageFiles {
  let finish = (): void => undefined
  const complete = new Promise<void>(resolve => {
    finish = resolve
  })
  let missing: Set<string> | undefined
  return {
    complete,
    answered: (path, bytes) => {
      if (path === page && missing === undefined) {
        missing = new Set(Array.from(Buffer.from(bytes).toString('utf8').matchAll(named), ([, name]) => name ?? ''))
        setTimeout(finish, longest)
      }
      if (missing?.delete(path) === true && missing.size === 0) setTimeout(finish, underway)
    },
  }
}
