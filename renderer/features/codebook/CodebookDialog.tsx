import { useRef, useState } from 'react'
import type { RegisterUses } from '#app/contract/register-uses'
import { SegmentedControl } from '../../components/SegmentedControl'
import { ClaimTypeSide } from '../claim-types/ClaimTypeSide'
import { ClaimTypesColumn } from '../claim-types/ClaimTypesColumn'
import type { ClaimTypeList } from '../claim-types/claim-type-list'
import type { ClaimTypeWishes } from '../claim-types/claim-type-wishes'
import { foundEntries } from '../registers/found-entries'
import { RegisterDialog } from '../registers/RegisterDialog'
import type { RegisterView } from '../registers/register-wishes'
import { useEntryChoice } from '../registers/use-entry-choice'
import { reachedIn, useFocusOnList } from '../registers/use-focus-on-list'
import { CodebookList } from './CodebookList'
import { CodebookSide } from './CodebookSide'
import type { Codebook } from './codebook-tree'
import type { CodebookWishes } from './codebook-wishes'
import { useTagChoice } from './use-tag-choice'

export interface CodebookDialogProps extends RegisterView {
  readonly codebook: Codebook
  readonly claimTypes: ClaimTypeList
  /** Absent while they are counted. */
  readonly uses: Pick<RegisterUses, 'tags' | 'claimTypes'> | undefined
  readonly wishes: CodebookWishes
  readonly typeWishes: ClaimTypeWishes
}

const sections = [
  { id: 'tags', name: 'Tags' },
  { id: 'claim-types', name: 'Claim types' },
] as const

/**
 * The codebook: the tree of tags or the list of claim types, and what is selected in it. Shows what the codebook is, and
 * reports every wish.
 */
export function CodebookDialog(props: CodebookDialogProps) {
  const { codebook, claimTypes, uses, editable, nameOf, wishes, typeWishes } = props
  const [section, setSection] = useState<(typeof sections)[number]['id']>('tags')
  const tags = useTagChoice(codebook)
  const types = useEntryChoice(claimTypes.types, foundEntries)
  const list = useRef<HTMLDivElement>(null)
  const side = useRef<HTMLDivElement>(null)
  const isTags = section === 'tags'
  useFocusOnList(list, (isTags ? tags : types).pane === 'details', isTags ? 'New tag' : 'New claim type')
  const toList = () => reachedIn(list.current)?.focus()
  const toFields = () => side.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  const shared = { editable, nameOf, ref: side }

  /** Shows what an undo was about, in its section. */
  function show(id: string | undefined): void {
    if (id === undefined) return
    const isTag = codebook.tags.has(id) || codebook.removed.some(one => one.id === id)
    const isType = [...claimTypes.types, ...claimTypes.removed].some(one => one.id === id)
    if (isTag || isType) setSection(isTag ? 'tags' : 'claim-types')
    if (isType || (!isTag && !isTags)) types.show(id)
    else tags.show(id)
  }

  return (
    <RegisterDialog
      {...props}
      title="Codebook"
      head={<SegmentedControl label="Show" options={sections} value={section} onChange={setSection} />}
      onUndo={() => show(wishes.onUndo())}
      onRedo={() => show(wishes.onRedo())}
      list={
        isTags ? (
          <CodebookList
            ref={list}
            codebook={codebook}
            uses={uses?.tags}
            editable={editable}
            choice={tags}
            wishes={wishes}
            onDetails={toFields}
            onTree={toList}
          />
        ) : (
          <ClaimTypesColumn
            ref={list}
            list={claimTypes}
            uses={uses?.claimTypes}
            editable={editable}
            choice={types}
            wishes={typeWishes}
            onDetails={toFields}
            onLeaveSearch={toList}
          />
        )
      }
    >
      {isTags ? (
        <CodebookSide {...shared} codebook={codebook} uses={uses?.tags} choice={tags} wishes={wishes} />
      ) : (
        <ClaimTypeSide {...shared} list={claimTypes} uses={uses?.claimTypes} choice={types} wishes={typeWishes} />
      )}
    </RegisterDialog>
  )
}
