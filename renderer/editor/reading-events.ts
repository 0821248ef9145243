import type { AnnotationId } from '#annotations/model/ids'
import type { TextRange } from '#annotations/model/revision'

/** What is in sight, in CSS pixels and offsets. */
export interface Viewport {
  readonly top: number
  readonly height: number
  readonly scrollHeight: number
  readonly text: TextRange
}

export interface ReadingViewEvents {
  /** The selected text; null for a mere caret. Of a pointer, when it is let go. */
  onSelection(selection: TextRange | null): void
  /** A click in the gutter beside a block, counted from 0. */
  onGutter(block: number): void
  /** A click on a mark, or beside all marks. */
  onActivate(id: AnnotationId | null): void
  /** True when the key is done with. It is not asked while an input method composes. */
  onKey(event: KeyboardEvent): boolean
  onViewport(viewport: Viewport): void
  /** Text or marks were drawn anew, so that boxes measured before are void. */
  onDrawn(): void
}
