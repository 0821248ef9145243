import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '#annotations/model/result'
import type { BackupsPayload, RestorePreview } from '#app/contract/backup-values'
import { BackupsDialog } from './features/backups/BackupsDialog'
import { momentWords } from './features/words/dates'
import { counted } from './features/words/kind-words'
import { problemWords } from './features/words/problem-words'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'

export interface BackupsProps {
  readonly model: AppModel
  readonly state: WindowState
  readonly onClose: () => void
}

type Progress = { readonly done: number; readonly total: number }

/** The backups' dialog over the machine: asks for the list, and for what each would change when it is chosen. */
export function Backups({ model, state, onClose }: BackupsProps) {
  const { backups, machine } = model
  const [list, setList] = useState<BackupsPayload>()
  const [chosen, setChosen] = useState<string>()
  const [preview, setPreview] = useState<RestorePreview>()
  const [making, setMaking] = useState<Progress>()
  const [restoring, setRestoring] = useState(false)
  const [said, setSaid] = useState<string>()
  const [problem, setProblem] = useState<Problem>()

  const load = useCallback(
    async (choose?: string) => {
      const answer = await backups.list()
      if (!answer.ok) return setProblem(answer.error)
      setList(answer.value)
      setProblem(answer.value.trouble)
      setPreview(undefined)
      setChosen(now => choose ?? now ?? answer.value.rows[0]?.id)
    },
    [backups],
  )
  useEffect(() => void load(), [load])
  useEffect(() => machine.subscribe('backup-progress', progress => setMaking(now => now && progress)), [machine])
  // A new list may change what a backup would do: it is compared again.
  useEffect(() => {
    if (chosen === undefined || list === undefined) return
    let wanted = true
    void backups.preview(chosen).then(answer => {
      if (!wanted) return
      if (answer.ok) setPreview(answer.value)
      else setProblem(answer.error)
    })
    return () => {
      wanted = false
    }
  }, [backups, chosen, list])

  async function make(): Promise<void> {
    setMaking({ done: 0, total: 0 })
    const answer = await backups.make()
    setMaking(undefined)
    if (!answer.ok) return setProblem(answer.error)
    setSaid(answer.value.made ? 'A backup was made, and read back.' : 'Nothing has changed since the newest backup.')
    await load(answer.value.id)
  }

  async function copy(id: string): Promise<void> {
    setRestoring(true)
    const answer = await backups.copy(id)
    setRestoring(false)
    if (!answer.ok) return setProblem(answer.error)
    if (answer.value === null) return
    const { path, lost } = answer.value
    const without = lost.length === 0 ? '' : `, without ${counted(lost.length, 'file', 'files')} that it lacks`
    setSaid(`Copied to ${path}${without}.`)
  }

  async function restore(id: string): Promise<void> {
    setRestoring(true)
    const answer = await backups.restore(id)
    setRestoring(false)
    if (!answer.ok) return setProblem(answer.error)
    const row = list?.rows.find(one => one.id === id)
    setSaid(`Restored${row === undefined ? '' : ` to ${momentWords(row.at)}`}. Undo takes your own part of it back.`)
    await load(id)
  }

  return (
    <BackupsDialog
      backups={list}
      chosen={chosen}
      preview={preview}
      making={making}
      restoring={restoring}
      said={said}
      problem={problem === undefined ? undefined : problemWords(problem)}
      editable={state.workspace?.readOnly === undefined}
      onChoose={id => {
        setChosen(id)
        setPreview(undefined)
      }}
      onMake={() => void make()}
      onCopy={id => void copy(id)}
      onRestore={id => void restore(id)}
      onClose={onClose}
    />
  )
}
