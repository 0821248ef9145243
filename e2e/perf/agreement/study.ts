import type { CodedAnnotation } from '#annotations/agreement/coded-annotation'
import type { Study } from '#annotations/agreement/study'
import type { Kind } from '#annotations/model/annotation'
import {
  seededRandom,
  syntheticAnnotations,
  syntheticRelease,
} from '../../../renderer/editor/testing/synthetic-release'

const kinds: readonly Kind[] = ['quote', 'claim', 'note']

/** How large a made study is. */
export interface StudySize {
  readonly annotators: number
  readonly documents: number
  readonly annotations: number
  readonly characters: number
}

/**
 * A study in which annotators mark about the same: each has 85 % of what there is to mark, with other ends in 30 %,
 * another kind in 10 % and other tags in 20 %. The same size gives the same study.
 */
export function madeStudy({ annotators, documents, annotations, characters }: StudySize): Study {
  return {
    annotators,
    documents: Array.from({ length: documents }, (_, n) => {
      const { text, blocks } = syntheticRelease(characters, n + 1)
      const revision = syntheticRelease(characters, n + 1)
      const there = syntheticAnnotations(revision, annotations, n + 1)
      const codings = Array.from({ length: annotators }, (_, annotator) => {
        const random = seededRandom(n * annotators + annotator + 1)
        const own = there.flatMap((base, at): CodedAnnotation[] => {
          if (random() > 0.85) return []
          const [segment] = base.placements.get(revision.id)?.segments ?? []
          if (segment === undefined) return []
          const moved = random() < 0.3 ? Math.floor(random() * 12) : 0
          const kind = random() < 0.1 ? (kinds[Math.floor(random() * 3)] ?? 'note') : base.kind
          const tag = (random() < 0.2 ? Math.floor(random() * 10) : at) % 10
          return [
            {
              id: `${annotator}-${at}`,
              kind,
              content: [{ start: segment.start, end: Math.min(text.length, segment.end + moved) }],
              source: kind === 'quote' ? [{ start: segment.start, end: segment.start + 4 }] : [],
              cue: [],
              tags: new Set([`t${tag}`]),
              voices: kind === 'quote' ? [`s${random() < 0.1 ? 0 : at % 7}`] : [],
              ...(kind === 'quote' ? { quoteType: random() < 0.1 ? ('indirect' as const) : ('direct' as const) } : {}),
              ...(kind === 'claim' ? { claimType: random() < 0.1 ? 'other' : 'quantity' } : {}),
              annotation: base,
            },
          ]
        })
        return { annotations: own, leftOut: [] }
      })
      return { id: `d${n}`, revision: revision.id, text, blocks, codings }
    }),
  }
}
