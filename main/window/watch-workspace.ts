import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { documentScope, registerNames, type ScopeKey } from '#annotations/changes/journal'
import { type DocumentId, isId } from '#annotations/model/ids'

/** Milliseconds without a further change after which a change is told. */
const quiet = 200

export interface WorkspaceWatch {
  /** Watches the folder of this document, and no longer that of another. */
  shows(document: DocumentId): void
  close(): void
}

/**
 * Tells, a moment later, in which scopes something changed: registers, the document that is shown, or anywhere
 * (`undefined`) where documents came or went. Our own writes are told too. Where a system cannot watch, nothing is told:
 * whoever comes back to the window finds out, and so does the next write.
 */
export function watchWorkspace(root: string, changed: (scopes?: readonly ScopeKey[]) => void): WorkspaceWatch {
  let timer: NodeJS.Timeout | undefined
  let scopes: Set<ScopeKey> | 'all' = new Set()
  const watches = new Map<string, FSWatcher>()
  let shown: readonly string[] = []

  function note(scope: ScopeKey | undefined): void {
    if (scope === undefined) scopes = 'all'
    else if (scopes !== 'all') scopes.add(scope)
    clearTimeout(timer)
    timer = setTimeout(tell, quiet)
  }

  function tell(): void {
    const noted = scopes
    scopes = new Set()
    if (noted === 'all') changed()
    else changed([...noted])
  }

  function begin(folder: string, happened: () => void): void {
    if (watches.has(folder)) return
    try {
      const watcher = watch(folder, { persistent: false }, happened)
      watcher.on('error', () => end(folder))
      watches.set(folder, watcher)
    } catch {
      // It is not there yet, or cannot be watched.
    }
  }

  function end(folder: string): void {
    watches.get(folder)?.close()
    watches.delete(folder)
  }

  /** Folders come into being with the first file in them. */
  function beginAll(): void {
    for (const scope of ['annotators', ...registerNames] as const) begin(join(root, scope), () => note(scope))
    begin(join(root, 'documents'), () => note(undefined))
  }

  begin(root, () => {
    beginAll()
    note(undefined)
  })
  beginAll()
  return {
    shows(document) {
      if (!isId(document)) return
      for (const folder of shown) end(folder)
      const folder = join(root, 'documents', document)
      shown = [folder, join(folder, 'annotations'), join(folder, 'revisions')]
      const beginShown = () => {
        for (const name of shown)
          begin(name, () => {
            if (shown[0] === folder) beginShown()
            note(documentScope(document))
          })
      }
      beginShown()
    },
    close() {
      clearTimeout(timer)
      for (const folder of [...watches.keys()]) end(folder)
    },
  }
}
