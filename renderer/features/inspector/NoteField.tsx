import { memo } from 'react'
import type { AnnotationId } from '#annotations/model/ids'
import { TextArea } from '../../components/TextArea'
import type { InspectorWishes } from './inspector-values'
import { Section, ShownField } from './Section'

export interface NoteFieldProps {
  readonly id: AnnotationId
  readonly note: string
  readonly editable: boolean
  readonly wishes: Pick<InspectorWishes, 'onNote'>
}

/** The note of an annotation. Drawn again only when one of its props is another. */
export const NoteField = memo(function NoteField({ id, note, editable, wishes }: NoteFieldProps) {
  return (
    <Section label="Note" {...(editable ? { keys: 'E' } : {})}>
      {editable ? (
        <TextArea
          label="Note"
          hideLabel
          field="note"
          value={note}
          placeholder="Write a note"
          onText={(text, final) => wishes.onNote(id, text, final)}
        />
      ) : (
        <ShownField label="Note">{note === '' ? 'None' : note}</ShownField>
      )}
    </Section>
  )
})
