import type { DocumentWishes, ShownDocument } from './document-values'
import { FactField } from './FactField'

export interface StructureFormProps {
  readonly document: ShownDocument
  readonly editable: boolean
  readonly wishes: Pick<DocumentWishes, 'onFact'> & Partial<Pick<DocumentWishes, 'onShow'>>
}

/** What is known of a release, each piece to be read and corrected. */
export function StructureForm({ document, editable, wishes }: StructureFormProps) {
  return (
    <section className="pm-document-fields" aria-label="About this document">
      {document.facts.map(fact => (
        <FactField
          key={`${document.id} ${fact.name}`}
          fact={fact}
          editable={editable}
          onFact={(name, value) => wishes.onFact(document.id, name, value)}
          onShow={wishes.onShow}
        />
      ))}
    </section>
  )
}
