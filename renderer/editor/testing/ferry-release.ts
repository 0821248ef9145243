import { annotationOf, releaseOf } from './synthetic-release'

/** A short release with a word in bold. */
export const revision = releaseOf(
  [
    { text: 'Harbour Council Opens a Second Ferry Berth', role: 'headline', type: 'heading' },
    { text: 'The berth doubles what the harbour can carry, the council said.', role: 'lead' },
    { text: '“We waited ten years for it,” the harbour master said on Monday.' },
    { text: 'Tickets stay as they are. The council has run ferries since 1911.' },
    { text: 'About the council', role: 'section-heading', type: 'heading' },
    { text: 'It runs 71 berths and four islands.', role: 'boilerplate' },
  ],
  [{ type: 'strong', start: 48, end: 53 }],
)
export const { text } = revision
/** The range of the first place where these words stand. */
export const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
export const mark = (id: string, kind: 'quote' | 'claim' | 'note', words: string) =>
  annotationOf(revision, id, kind, [{ part: 'content', ...at(words) }])
/** A quote with source and cue, a claim in it, and a note. */
export const annotations = [
  annotationOf(revision, 'quote', 'quote', [
    { part: 'content', ...at('“We waited ten years for it,”') },
    { part: 'source', ...at('the harbour master') },
    { part: 'cue', ...at('said on') },
  ]),
  mark('claim', 'claim', 'waited ten years'),
  mark('note', 'note', 'Tickets stay'),
]
