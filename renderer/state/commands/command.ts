import type { Theme } from '#app/contract/values'
import type { AgreementActions } from '../actions/agreement-actions'
import type { AnchorActions } from '../actions/anchor-actions'
import type { BundleActions } from '../actions/bundle-actions'
import type { ExcerptActions } from '../actions/excerpt-actions'
import type { FieldActions } from '../actions/field-actions'
import type { GoldActions } from '../actions/gold-actions'
import type { HistoryActions } from '../actions/history-actions'
import type { ImportActions } from '../actions/import-actions'
import type { MarkActions } from '../actions/mark-actions'
import type { OpenActions } from '../actions/open-actions'
import type { ReadingActions } from '../actions/reading-actions'
import type { ReviewActions } from '../actions/review-actions'
import type { TrailActions } from '../actions/trail-actions'
import type { VersionActions } from '../actions/version-actions'
import type { WritingActions } from '../actions/writing-actions'
import type { AppState } from '../app-state'
import type { CommandFacts } from '../command-facts'
import type { Store } from '../store'

/** Where a command stands in the keyboard sheet and in the settings. */
export const commandGroups = [
  'text',
  'mark',
  'annotation',
  'writing',
  'review',
  'changed',
  'lists',
  'window',
  'workspace',
] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Where the keys of a command act: while the text has the focus, a text is written, a list or the review has the focus, or anywhere in the window. */
export type Where = 'text' | 'writing' | 'list' | 'review' | 'window'

/** Something that can be done, described once: menus, palette, keyboard sheet, settings and keys are made from it. */
export interface Command<Id extends string = string> {
  readonly id: Id
  /** In the palette, the keyboard sheet and the settings: understood without what surrounds it. */
  readonly title: string
  /** In a menu, where its heading and a check mark say the rest; the title where it is absent. */
  readonly menu?: string
  /** Further words by which the palette finds it. */
  readonly words?: string
  readonly group: CommandGroup
  /** A line of the keyboard sheet that tells this command and others: `Next, previous annotation`. */
  readonly pair?: { readonly title: string; readonly with: string | readonly string[] }
  /** Its keys until the person changes them, in the spelling of `spellKey`; the first is shown. */
  readonly keys?: readonly string[]
  readonly where: Where
  /** Whether it can be done now; it always can where this is absent. */
  readonly enabled?: (facts: CommandFacts) => boolean
  /** It can be done while a text is written: it leads nowhere else and changes nothing there. */
  readonly whileWriting?: true
  /** For a switch: whether it is on. */
  readonly checked?: (facts: CommandFacts) => boolean
  readonly run: (ports: CommandPorts) => void
}

/** What commands are done with. */
export interface CommandPorts {
  readonly store: Store<AppState>
  readonly open: OpenActions
  readonly imports: ImportActions
  readonly marks: MarkActions
  readonly fields: FieldActions
  readonly reading: ReadingActions
  readonly history: HistoryActions
  readonly versions: VersionActions
  readonly anchors: AnchorActions
  readonly excerpts: ExcerptActions
  readonly review: ReviewActions
  readonly bundles: BundleActions
  readonly gold: GoldActions
  readonly agreement: AgreementActions
  readonly trail: TrailActions
  readonly panes: { toggleLibrary(): void; toggleInspector(): void; showInspector(): void }
  readonly text: TextPort
  readonly writing: WritingActions
  readonly writer: WriterPort
  setTheme(theme: Theme): void
  /** Shows only one's own annotations in the text, or everybody's. */
  showOnlyMine(on: boolean): void
  /** Changes the size of the reading text by pixels; `null` is back to the usual size. */
  resizeText(by: number | null): void
  focusText(): void
  /** To the next (1) or previous (-1) pane, wrapping round. */
  focusPane(step: 1 | -1): void
  focusMenuBar(): void
  /** To the search of the list that has the focus, or of the library. */
  focusSearch(which: 'list' | 'library'): void
  /** The palette, with something in its field already. */
  openPalette(typed: string): void
  closeWindow(): void
}

/** The reading text as commands need it. */
export interface TextPort {
  /** Where the moving end of the selection stands. */
  caret(): number
  /** Selects a range and brings it into view. */
  select(range: { readonly start: number; readonly end: number }): void
  /** Annotations on a character, the top-most first. */
  annotationsAt(offset: number): readonly string[]
  /** Lets one of several annotations be chosen from a small list. */
  choose(ids: readonly string[]): void
  /** Lets the role of the block at the caret be chosen. */
  askRole(): void
}

/** The text that is written as commands need it; nothing is done where none is. */
export interface WriterPort {
  toggle(type: 'strong' | 'em' | 'sup' | 'sub'): void
  undo(): void
  redo(): void
  askLink(): void
  askRole(): void
  finish(): void
  cancel(): void
}

/** Whether a command can be done now. While a text is written only those can that are about it or in no way in its way. */
export function canDo(command: Pick<Command, 'where' | 'enabled' | 'whileWriting'>, facts: CommandFacts): boolean {
  const isOfWriting = command.where === 'writing'
  if (facts.writing ? !isOfWriting && command.whileWriting !== true : isOfWriting) return false
  return command.enabled?.(facts) !== false
}

/** A list of commands that keeps their ids as types. */
export function defineCommands<const Id extends string>(list: readonly Command<Id>[]): readonly Command<Id>[] {
  return list
}
