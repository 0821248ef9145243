import { useMemo } from 'react'
import { textOf } from '#annotations/changes/resolve'
import { ownFieldsOf, ownFieldType } from '#annotations/model/own-fields'
import { OwnFieldsDialog, type OwnFieldWishes } from './features/own-fields/OwnFieldsDialog'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import { registerOf } from './state/selectors'

/** The dialog of own fields as the state has it; its wishes become edits of the codebook. */
export function OwnFields({ model, state, onClose }: { model: AppModel; state: WindowState; onClose: () => void }) {
  const codebook = registerOf(state.queue.current, 'codebook')
  const wishes = useMemo((): OwnFieldWishes => {
    const { ownFields } = model.registers
    return {
      onAdd: ownFields.add,
      onRename: ownFields.rename,
      onAddChoice: ownFields.addChoice,
      onRenameChoice: ownFields.renameChoice,
      onRemoveChoice: ownFields.removeChoice,
      onRemove: ownFields.remove,
      onRestore: ownFields.restore,
    }
  }, [model])
  const removed = [...codebook.entries.values()].flatMap(entry =>
    entry.type === ownFieldType && entry.deleted ? [{ id: entry.id, name: textOf(entry, 'name') ?? entry.id }] : [],
  )
  return (
    <OwnFieldsDialog
      fields={ownFieldsOf(codebook)}
      removed={removed}
      editable={state.workspace?.readOnly === undefined}
      wishes={wishes}
      onClose={onClose}
    />
  )
}
