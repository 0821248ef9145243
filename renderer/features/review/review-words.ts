import type { Decision, ReviewAct } from '#annotations/model/review'
import type { DifferenceType } from '#annotations/review/differences'

/** What a case is about, in words that do without the colleague's name. */
export const typeWords: { readonly [T in DifferenceType]: string } = {
  'only-mine': 'Only you',
  'only-theirs': 'Only they',
  boundary: 'Boundary differs',
  kind: 'Kind differs',
  tags: 'Tags differ',
  speaker: 'Speaker differs',
  fields: 'Fields differ',
  answer: 'Waits for you',
}

/** The same for the filters. */
export const filterWords: { readonly [T in DifferenceType]: string } = {
  'only-mine': 'Only you',
  'only-theirs': 'Only they',
  boundary: 'Boundary',
  kind: 'Kind',
  tags: 'Tags',
  speaker: 'Speaker',
  fields: 'Fields',
  answer: 'Words',
}

/** What somebody did, before their name's sentence: `disputed`. */
export const actWords: { readonly [A in ReviewAct]: string } = {
  agree: 'agreed',
  dispute: 'disputed',
  reject: 'rejected',
  neither: 'said: nothing belongs here',
  propose: 'proposed a change',
  reply: 'wrote',
  resolve: 'resolved it',
  reopen: 'opened it again',
}

/** What a case is about, with the colleague's name: `Only Mira`. */
export function caseTitle(type: DifferenceType, their: string): string {
  return type === 'only-theirs' ? `Only ${shortName(their)}` : typeWords[type]
}

/** A person's first name; of what hides a name all of it. */
export function shortName(name: string): string {
  return /^(Colleague|Annotator) [A-Z]\d*$/u.test(name) ? name : (name.split(/\s+/u)[0] ?? name)
}

/** What was decided, in a word. */
/** What a colleague says of one's own mark: `Bo agrees`. */
export function saidWords(said: Decision, their: string): string {
  const words = {
    agree: 'agrees',
    dispute: 'disputes',
    reject: 'rejects',
    neither: 'wants neither',
    propose: 'proposes',
  } as const
  return `${shortName(their)} ${words[said]}`
}

export function decidedWord(decided: string): string {
  const words: { readonly [decision: string]: string } = {
    agree: 'Agreed',
    dispute: 'Disputed',
    reject: 'Rejected',
    neither: 'Neither',
    propose: 'Proposed',
    said: 'Answered',
  }
  return words[decided] ?? decided
}
