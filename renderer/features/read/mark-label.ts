import type { MarkLabel } from '../../editor/margin-lane'
import { kindWords, shortTypeName } from '../words/kind-words'

/** What a margin label is made from. */
export interface LabelledMark {
  readonly kind: MarkLabel['kind']
  /** Who speaks or claims, the first of them. */
  readonly who?: { readonly name: string; readonly organisation: boolean } | undefined
  /** How many speak beside the first. */
  readonly others: number
  /** The first words of a note. */
  readonly note?: string | undefined
  /** The claim type by name. */
  readonly claimType?: string | undefined
}

const suffix = /^(?:jr|sr|ii|iii|iv|ph\.?d|md|esq)\.?$/iu

/** `Abdullah +1` for a quote by two, `Commitment` for a claim of that type; the word of the kind where nothing is known. */
export function markLabel({ kind, who, others, claimType, note }: LabelledMark): MarkLabel {
  if (kind === 'claim') return { kind, text: claimType === undefined ? kindWords.claim : shortTypeName(claimType) }
  if (kind === 'note' && note !== undefined && note !== '') return { kind, text: note }
  if (kind === 'note' || who === undefined) return { kind, text: kindWords[kind] }
  const name = who.organisation ? who.name : familyName(who.name)
  return { kind, text: others === 0 ? name : `${name} +${others}` }
}

/** The last name of a person as the text has it; the whole of what is no personal name (`coalition officials`). */
function familyName(name: string): string {
  const words = name.trim().split(/\s+/)
  const given = words.every(word => /^(?:\p{Lu}|al-|el-|d['’])/u.test(word) || suffix.test(word) || word.length <= 3)
  const named = words.filter(word => !suffix.test(word.replace(/,$/, '')))
  const last = named[named.length - 1]
  return given && words.length <= 4 && last !== undefined ? last.replace(/,$/, '') : name.trim()
}
