import { TextArea } from '../../components/TextArea'
import { ClaimFields } from './ClaimFields'
import { ExcerptBlock } from './ExcerptBlock'
import { HistoryList } from './HistoryList'
import type { InspectorAnnotation, InspectorOptions, InspectorWishes } from './inspector-values'
import { QuoteFields } from './QuoteFields'
import { Section, ShownField } from './Section'
import { TagsField } from './TagsField'
import { UsesList } from './UsesList'

export interface AnnotationFieldsProps {
  readonly shown: InspectorAnnotation
  readonly options: InspectorOptions
  readonly editable: boolean
  readonly canSetPart: boolean
  readonly wishes: InspectorWishes
}

/** Everything that is said about one annotation. */
export function AnnotationFields({ shown, options, editable, canSetPart, wishes }: AnnotationFieldsProps) {
  const { annotation } = shown
  const { id } = annotation
  return (
    <>
      <ExcerptBlock
        kind={annotation.kind}
        pieces={shown.pieces}
        paragraph={shown.paragraph}
        roleLabel={shown.roleLabel}
        anchor={shown.anchor}
      />
      {!shown.mine && <Section>{`Made by ${shown.author}, who alone can change it.`}</Section>}
      {annotation.kind === 'quote' && (
        <QuoteFields
          shown={shown}
          quote={annotation.quote}
          options={options}
          editable={editable}
          canSetPart={canSetPart}
          wishes={wishes}
        />
      )}
      {annotation.kind === 'claim' && (
        <ClaimFields
          id={id}
          claim={annotation.claim}
          offered={shown.offers?.figures ?? []}
          options={options}
          editable={editable}
          wishes={wishes}
        />
      )}
      <TagsField
        tags={shown.tags}
        options={options.tags}
        editable={editable}
        onAdd={tag => wishes.onAddTag(id, tag)}
        onRemove={tag => wishes.onRemoveTag(id, tag)}
      />
      <Section label="Note" {...(editable ? { keys: 'E' } : {})}>
        {editable ? (
          <TextArea
            label="Note"
            hideLabel
            field="note"
            value={annotation.note}
            placeholder="Write a note"
            onText={(text, final) => wishes.onNote(id, text, final)}
          />
        ) : (
          <ShownField label="Note">{annotation.note === '' ? 'None' : annotation.note}</ShownField>
        )}
      </Section>
      <UsesList uses={options.uses ?? []} />
      <HistoryList history={shown.history} onRestore={editable ? edit => wishes.onRestore(id, edit) : undefined} />
    </>
  )
}
