import { Building2, TriangleAlert, User } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import type { RegisterUses } from '#app/contract/register-uses'
import { EmptyState } from '../../components/EmptyState'
import { Icon } from '../../components/Icon'
import { type EntryOption, EntryOptions } from '../registers/EntryOptions'
import { ListBar } from '../registers/ListBar'
import { NewEntry } from '../registers/NewEntry'
import { RegisterDialog } from '../registers/RegisterDialog'
import { nearSpeakerPairs, speakersNearTyped } from './near-speakers'
import { SpeakersSide } from './SpeakersSide'
import type { SpeakerList, SpeakerRow } from './speaker-list'
import type { SpeakerWishes } from './speaker-wishes'
import { useSpeakerChoice } from './use-speaker-choice'

export interface SpeakersDialogProps {
  readonly list: SpeakerList
  /** Absent while they are counted. */
  readonly uses: RegisterUses['speakers'] | undefined
  readonly editable: boolean
  readonly said: { readonly text: string } | undefined
  readonly problem: string | undefined
  readonly nameOf: (annotator: string) => string
  readonly wishes: SpeakerWishes
  readonly onClose: () => void
}

/** The register of people and organisations who speak, and the one selected in it. */
export function SpeakersDialog(props: SpeakersDialogProps) {
  const { list, uses, editable, wishes } = props
  const choice = useSpeakerChoice(list)
  const box = useRef<HTMLDivElement>(null)
  const side = useRef<HTMLDivElement>(null)
  const toList = () => box.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus()
  useFocusOnList(box, choice.pane === 'details')
  const empty = list.speakers.length === 0
  return (
    <RegisterDialog
      title="Speakers"
      said={props.said}
      problem={props.problem}
      editable={editable}
      onUndo={() => choice.show(wishes.onUndo())}
      onRedo={() => choice.show(wishes.onRedo())}
      onClose={props.onClose}
      list={
        <div ref={box} className="pm-register-column">
          <ListBar
            label="Find in speakers"
            search={choice.search}
            near={nearSpeakerPairs(list).length}
            removed={list.removed.length}
            onSearch={choice.setSearch}
            onLeave={toList}
            onNear={() => choice.setPane('near')}
            onRemoved={() => choice.setPane('removed')}
          />
          {empty && <EmptyState title="No speakers yet">Name the first one below, or add one to a quote.</EmptyState>}
          {!empty && (
            <EntryOptions
              label="Speakers"
              entries={choice.shown.map(speaker => optionOf(speaker, uses))}
              chosen={choice.selected?.id}
              onChoose={choice.show}
              onTake={() => side.current?.querySelector<HTMLElement>('input, textarea')?.focus()}
              onRemove={id => {
                if (!editable) return
                const next = choice.neighbourOf(id)
                wishes.onRemove(id)
                choice.show(next)
              }}
            />
          )}
          {editable && (
            <NewEntry
              label="New speaker"
              ways={[{ name: 'Add', onAdd: name => choice.show(wishes.onAdd(name)) }]}
              near={typed => speakersNearTyped(list, typed)}
              onShow={choice.show}
            />
          )}
        </div>
      }
    >
      <SpeakersSide {...props} ref={side} choice={choice} />
    </RegisterDialog>
  )
}

function optionOf({ id, name, what, clashes }: SpeakerRow, uses: RegisterUses['speakers'] | undefined): EntryOption {
  return {
    id,
    name,
    lead: <Icon of={what === 'person' ? User : Building2} size={14} />,
    trail: (
      <>
        {clashes.length > 0 && <Icon of={TriangleAlert} size={14} className="pm-entry-alert" />}
        {uses !== undefined && <span className="pm-entry-count pm-num">{uses[id]?.annotations ?? 0}</span>}
      </>
    ),
  }
}

/** The list has the focus at first, and again when a pane that had it has gone. */
function useFocusOnList(box: RefObject<HTMLDivElement | null>, details: boolean): void {
  useEffect(() => {
    const active = box.current?.ownerDocument.activeElement
    const lost = active === null || active === undefined || active.tagName === 'BODY' || active.role === 'dialog'
    if (!details || !lost) return
    const option = box.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')
    const first = option ?? box.current?.querySelector<HTMLElement>('input[aria-label="New speaker"]')
    first?.focus()
  }, [box, details])
}
