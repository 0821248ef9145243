import { type Entry, sumChanges } from '#annotations/changes/entry'
import type { AnnotatorId, EditId } from '#annotations/model/ids'
import type { Json } from '#annotations/model/json'
import { type OwnField, ownFieldFact, ownValue } from '#annotations/model/own-fields'
import { metaNames } from '#annotations/model/revision'
import type { ShownClash } from '../registers/clashes'
import { factWords } from './FactField'
import { factText } from './fact-text'

/**
 * What two people, or two machines of one, stated of a document without having seen the other's value: metadata and the
 * workspace's own fields, in the order of the forms.
 */
export function documentClashes(
  facts: Entry | undefined,
  own: readonly OwnField[],
  author: (edit: EditId) => AnnotatorId | undefined,
): ShownClash[] {
  const fields = sumChanges(facts?.changes ?? [])
  function clashOf(field: string, label: string, words: (value: Json) => string): ShownClash[] {
    const state = fields.get(field)
    if (state?.clash === undefined) return []
    const [stands, other] = [state.value, state.clash.value].map(value => quoted(words(value)))
    return [{ field, label, stands: stands ?? '', other: other ?? '', by: author(state.clash.edit) }]
  }
  return [
    ...metaNames.flatMap(name => clashOf(`meta.${name}`, factWords[name].label, value => factText(name, value))),
    ...own.flatMap(field => clashOf(ownFieldFact(field.id), field.name, value => ownWords(value, field))),
  ]
}

function ownWords(value: Json, field: OwnField): string {
  const isValue = typeof value === 'string' || typeof value === 'number'
  return (isValue ? ownValue({ [field.id]: value }, field) : undefined) ?? ''
}

function quoted(words: string): string {
  return words === '' ? 'nothing' : `“${words}”`
}
