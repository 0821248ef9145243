import { FileText, ListTree, type LucideIcon, Pilcrow, SquareTerminal, Tag, TextSearch, UserRound } from 'lucide-react'
import { Icon } from '../../components/Icon'
import { KeyHint } from '../../components/Keycap'
import { groupWords, type PaletteEntry, type PaletteHit, type PaletteResult } from './palette-search'

export interface PaletteGroupListProps {
  /** Begins the ids of groups and options. */
  readonly id: string
  readonly result: PaletteResult
  /** The place of the chosen one among all that are shown. */
  readonly active: number
  readonly onChoose: (entry: PaletteEntry) => void
  /** The pointer moves over the one at a place. */
  readonly onPoint: (at: number) => void
}

const icons: { readonly [G in PaletteEntry['group']]: LucideIcon } = {
  commands: SquareTerminal,
  documents: FileText,
  outline: ListTree,
  text: TextSearch,
  paragraphs: Pilcrow,
  tags: Tag,
  speakers: UserRound,
}

/** What was found, by group; the options of a listbox. Reports the choice. */
export function PaletteGroupList({ id, result, active, onChoose, onPoint }: PaletteGroupListProps) {
  const firsts = firstPlaces(result)
  return result.groups.map(({ group, hits }, index) => (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox
    <div key={group} role="group" className="pm-palette-group" aria-labelledby={`${id}-${group}`}>
      <div id={`${id}-${group}`} className="pm-palette-heading" role="presentation">
        {groupWords[group]}
      </div>
      {hits.map((hit, within) => {
        const at = (firsts[index] ?? 0) + within
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
          <div
            key={hit.entry.id}
            id={`${id}-${at}`}
            data-at={at}
            role="option"
            className="pm-palette-option"
            aria-selected={at === active}
            aria-disabled={hit.entry.disabled}
            onPointerMove={() => at !== active && onPoint(at)}
            onPointerDown={event => event.preventDefault()}
            onClick={() => onChoose(hit.entry)}
          >
            <Icon of={icons[hit.entry.group]} />
            <span className="pm-ell">
              <Underlined hit={hit} />
            </span>
            <span className="pm-palette-detail pm-num">
              {hit.entry.detail}
              {hit.entry.keys !== undefined && <KeyHint keys={hit.entry.keys} />}
            </span>
          </div>
        )
      })}
    </div>
  ))
}

/** For each group, how many are shown before it. */
function firstPlaces({ groups }: PaletteResult): readonly number[] {
  let before = 0
  return groups.map(({ hits }) => {
    before += hits.length
    return before - hits.length
  })
}

function Underlined({ hit }: { readonly hit: PaletteHit }) {
  const { name } = hit.entry
  const edges = hit.ranges.flat()
  const pieces = [0, ...edges].map((start, at) => ({ start, text: name.slice(start, edges[at] ?? name.length), at }))
  return pieces.map(({ start, text, at }) =>
    at % 2 === 1 ? <mark key={start}>{text}</mark> : text === '' ? null : <span key={start}>{text}</span>,
  )
}
