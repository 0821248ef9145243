import { z } from 'zod'
import type { AnnotatorId, WorkspaceId } from '#annotations/model/ids'
import { documentRowSchema } from '#app/contract/document-row-schema'
import type { DocumentRow } from '#app/contract/values'
import { sha256 } from '../store/place-file'

/** Whose library a catalogue is: the rows count what this annotator did. */
export interface CatalogueOf {
  readonly workspace: WorkspaceId
  /** The real path of its folder. */
  readonly root: string
  readonly annotator: AnnotatorId | undefined
}

/** Raised when a row means something else than before: an older or newer catalogue is not read. */
const version = 2
const rowsSchema = z.array(documentRowSchema).max(200_000)

/** A line that says whose rows these are, with their hash, and a line of rows. */
export function writeCatalogueText(of: CatalogueOf, rows: readonly DocumentRow[]): string {
  const body = JSON.stringify(rows)
  return `${headOf(of, body)}\n${body}\n`
}

/** The rows of a catalogue that is exactly as this program wrote it for this library; else `undefined`. */
export function readCatalogueText(text: string, of: CatalogueOf): readonly DocumentRow[] | undefined {
  const [head, body, end, ...more] = text.split('\n')
  if (body === undefined || end !== '' || more.length > 0 || head !== headOf(of, body)) return undefined
  try {
    const rows = rowsSchema.safeParse(JSON.parse(body))
    return rows.success ? rows.data : undefined
  } catch {
    return undefined
  }
}

function headOf({ workspace, root, annotator }: CatalogueOf, body: string): string {
  return JSON.stringify({
    format: 'pressmark-catalogue',
    version,
    workspace,
    root,
    annotator: annotator ?? null,
    sha256: sha256(body),
  })
}
