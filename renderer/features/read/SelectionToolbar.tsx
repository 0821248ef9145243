import { Crosshair, type LucideIcon, Plus, Tag, User } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import type { Kind, Part } from '#annotations/model/annotation'
import { kinds } from '#annotations/model/annotation'
import { Icon } from '../../components/Icon'
import { KeyHint } from '../../components/Keycap'
import { KindBadge } from '../../components/KindBadge'
import { ariaKeysOf, useKeysInUse } from '../../components/keys-in-use'
import { kindWords } from '../words/kind-words'
import { placeToolbar, type ViewBox } from './place-toolbar'
import './SelectionToolbar.css'

export interface SelectionToolbarProps {
  /** The box of the text selection and that of the pane it must stay in, in pixels of the window. */
  readonly selection: ViewBox
  readonly pane: ViewBox
  /**
   * The kind of the active annotation when it is the annotator's own: the selection can then be added to it, and become
   * the source or the cue of a quote.
   */
  readonly active?: Kind | undefined
  readonly onMark: (kind: Kind) => void
  readonly onTag: () => void
  readonly onPart: (part: Part) => void
}

const markKeys: { readonly [K in Kind]: string } = { quote: 'Q', claim: 'C', note: 'N' }

/** What can be made of the selected text. It never takes the selection away. Reports the wish. */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { selection, pane, active } = props
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = bar.current
    if (element === null) return
    element.style.maxWidth = `${pane.right - pane.left - 16}px`
    const { width, height } = element.getBoundingClientRect()
    const place = placeToolbar(selection, { width, height }, pane)
    element.style.left = `${place.left}px`
    element.style.top = `${place.top}px`
  })
  return (
    <Toolbar ref={bar} className="pm-selection-toolbar" aria-label="Selection">
      {kinds.map(kind => (
        <Tool key={kind} name={kindWords[kind]} keys={markKeys[kind]} onPress={() => props.onMark(kind)}>
          <KindBadge kind={kind} />
        </Tool>
      ))}
      <Line />
      <Tool name="Tag" keys="T" onPress={props.onTag}>
        <Icon of={Tag} />
      </Tool>
      {active !== undefined && (
        <>
          <Line />
          <PartTool name={`Add to ${active}`} keys="A" icon={Plus} onPress={() => props.onPart('content')} />
        </>
      )}
      {active === 'quote' && (
        <>
          <PartTool name="Source" keys="W" icon={User} onPress={() => props.onPart('source')} />
          <PartTool name="Cue" keys="U" icon={Crosshair} onPress={() => props.onPart('cue')} />
        </>
      )}
    </Toolbar>
  )
}

interface ToolProps {
  readonly name: string
  readonly keys: string
  readonly children: ReactNode
  readonly onPress: () => void
}

function Tool({ name, keys, children, onPress }: ToolProps) {
  const shown = useKeysInUse(keys)
  return (
    <button
      type="button"
      className="pm-tool"
      aria-keyshortcuts={ariaKeysOf(shown)}
      onPointerDown={event => event.preventDefault()}
      onMouseDown={event => event.preventDefault()}
      onClick={onPress}
    >
      {children}
      {name}
      {shown !== undefined && <KeyHint keys={shown} />}
    </button>
  )
}

function PartTool({ icon, ...tool }: Omit<ToolProps, 'children'> & { readonly icon: LucideIcon }) {
  return (
    <Tool {...tool}>
      <Icon of={icon} />
    </Tool>
  )
}

function Line() {
  return <span className="pm-tool-line" aria-hidden />
}
