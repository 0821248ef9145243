import type { TextRange } from '../model/revision'
import type { CodedAnnotation } from './coded-annotation'
import type { Layer } from './layers'
import { joinOverlapping, type Span, spansOf } from './spans'
import type { Study, StudyDocument } from './study'
import { marksOn, paragraphsOf, tokensOf } from './units'

/** A document with its units, found once for all layers. */
export interface PreparedDocument {
  readonly document: StudyDocument
  readonly tokens: readonly TextRange[]
  readonly paragraphs: readonly TextRange[]
}

export function prepare({ documents }: Study): readonly PreparedDocument[] {
  return documents.map(document => ({
    document,
    tokens: tokensOf(document.text),
    paragraphs: paragraphsOf(document.text, document.blocks),
  }))
}

/** What an annotator has of a layer in a document. */
export interface LayerCoding {
  readonly annotations: readonly CodedAnnotation[]
  readonly spans: readonly Span[]
  /** Spans with overlapping ones made one. */
  readonly covers: readonly TextRange[]
  readonly tokens: Uint8Array
  readonly paragraphs: Uint8Array
  /** Annotations that would be in the layer if they stood in the text. */
  readonly leftOut: number
}

/** A document as a layer shows it. */
export interface LayerDocument extends PreparedDocument {
  /** By annotator; `undefined` where they did not do the document. */
  readonly codings: readonly (LayerCoding | undefined)[]
}

export function inLayer(prepared: PreparedDocument, layer: Layer): LayerDocument {
  const codings = prepared.document.codings.map((coding): LayerCoding | undefined => {
    if (coding === undefined) return undefined
    const annotations = coding.annotations.flatMap(annotation => layer.view(annotation) ?? [])
    const spans = spansOf(annotations)
    return {
      annotations,
      spans,
      covers: joinOverlapping(spans),
      tokens: marksOn(prepared.tokens, spans),
      paragraphs: marksOn(prepared.paragraphs, spans),
      leftOut: coding.leftOut.filter(layer.misses).length,
    }
  })
  return { ...prepared, codings }
}
