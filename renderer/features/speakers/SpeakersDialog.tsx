import { Building2, TriangleAlert, User } from 'lucide-react'
import { useRef } from 'react'
import type { RegisterUses } from '#app/contract/register-uses'
import { EmptyState } from '../../components/EmptyState'
import { Icon } from '../../components/Icon'
import { type EntryOption, EntryOptions } from '../registers/EntryOptions'
import { foundEntries } from '../registers/found-entries'
import { ListBar } from '../registers/ListBar'
import { NewEntry } from '../registers/NewEntry'
import { RegisterDialog } from '../registers/RegisterDialog'
import type { RegisterView } from '../registers/register-wishes'
import { useEntryChoice } from '../registers/use-entry-choice'
import { reachedIn, useFocusOnList } from '../registers/use-focus-on-list'
import { nearSpeakerPairs, speakersNearTyped } from './near-speakers'
import { SpeakersSide } from './SpeakersSide'
import type { SpeakerList, SpeakerRow } from './speaker-list'
import type { SpeakerWishes } from './speaker-wishes'

export interface SpeakersDialogProps extends RegisterView {
  readonly list: SpeakerList
  /** Absent while they are counted. */
  readonly uses: RegisterUses['speakers'] | undefined
  readonly wishes: SpeakerWishes
}

/** The register of people and organisations who speak, and the one selected in it. */
export function SpeakersDialog(props: SpeakersDialogProps) {
  const { list, uses, editable, wishes } = props
  const choice = useEntryChoice(list.speakers, foundEntries)
  const box = useRef<HTMLDivElement>(null)
  const side = useRef<HTMLDivElement>(null)
  useFocusOnList(box, choice.pane === 'details', 'New speaker')
  const empty = list.speakers.length === 0
  return (
    <RegisterDialog
      {...props}
      title="Speakers"
      onUndo={() => choice.show(wishes.onUndo())}
      onRedo={() => choice.show(wishes.onRedo())}
      list={
        <div ref={box} className="pm-register-column">
          <ListBar
            label="Find in speakers"
            search={choice.search}
            near={nearSpeakerPairs(list).length}
            removed={list.removed.length}
            onSearch={choice.setSearch}
            onLeave={() => reachedIn(box.current)?.focus()}
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
