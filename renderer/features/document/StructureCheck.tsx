import type { Role } from '#annotations/model/revision'
import type { DocumentWishes, ShownBlock, ShownDocument } from './document-values'
import './StructureCheck.css'
import { StructureForm } from './StructureForm'
import { StructurePreview } from './StructurePreview'

export interface StructureCheckProps {
  readonly document: ShownDocument
  readonly blocks: readonly ShownBlock[]
  readonly editable: boolean
  readonly wishes: Pick<DocumentWishes, 'onFact'> & { onRole(block: number, role: Role): void }
}

/** What was found in a text: its roles beside its paragraphs, and the metadata as a form. Both can be corrected. */
export function StructureCheck({ document, blocks, editable, wishes }: StructureCheckProps) {
  return (
    <div className="pm-structure-check">
      <StructurePreview key={document.id} blocks={blocks} editable={editable} onRole={wishes.onRole} />
      <div className="pm-structure-form">
        <StructureForm document={document} editable={editable} wishes={wishes} />
      </div>
    </div>
  )
}
