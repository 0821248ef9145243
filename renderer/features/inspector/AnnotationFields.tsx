import type { Figure } from '#annotations/model/annotation'
import { ClashList } from '../registers/ClashList'
import { ClaimFields } from './ClaimFields'
import { ExcerptBlock } from './ExcerptBlock'
import { HistoryList } from './HistoryList'
import type { InspectorAnnotation, InspectorOptions, InspectorWishes } from './inspector-values'
import { NoteField } from './NoteField'
import { QuoteFields } from './QuoteFields'
import { Section } from './Section'
import { TagsField } from './TagsField'
import { UsesList } from './UsesList'

export interface AnnotationFieldsProps {
  readonly shown: InspectorAnnotation
  readonly options: InspectorOptions
  readonly editable: boolean
  readonly canSetPart: boolean
  readonly wishes: InspectorWishes
}

const noFigures: readonly Figure[] = []

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
        sentence={shown.sentence}
        roleLabel={shown.roleLabel}
        anchor={shown.anchor}
      />
      {!shown.mine && <Section>{`Made by ${shown.author}, who alone can change it.`}</Section>}
      {shown.clashes.length > 0 && (
        <Section>
          <ClashList
            clashes={shown.clashes}
            editable={editable}
            nameOf={() => (shown.mine ? 'Another machine of yours' : 'Another machine of theirs')}
            onSettle={(field, take) => wishes.onSettle(id, field, take)}
          />
        </Section>
      )}
      {annotation.kind === 'quote' && (
        <QuoteFields
          id={id}
          quote={annotation.quote}
          source={shown.sourceText}
          cue={shown.cueText}
          offers={shown.offers}
          speakers={options.speakers}
          editable={editable}
          canSetPart={canSetPart}
          wishes={wishes}
        />
      )}
      {annotation.kind === 'claim' && (
        <ClaimFields
          id={id}
          claim={annotation.claim}
          offered={shown.offers?.figures ?? noFigures}
          offeredClaimant={shown.offers?.claimant}
          speakers={options.speakers}
          claimTypes={options.claimTypes}
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
      <NoteField id={id} note={annotation.note} editable={editable} wishes={wishes} />
      <UsesList uses={options.uses ?? []} />
      <HistoryList history={shown.history} onRestore={editable ? edit => wishes.onRestore(id, edit) : undefined} />
    </>
  )
}
