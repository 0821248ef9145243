import type { Command } from 'prosemirror-state'
import { type RefObject, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { targetOf } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import { TextWriter, type WriterHandle } from './editor/writing/TextWriter'
import { setLink, toggle } from './editor/writing/writing-commands'
import { redoWriting, undoWriting, type WritingFacts } from './editor/writing/writing-view'
import { RoleMenu } from './features/read/RoleMenu'
import { LeaveWriting } from './features/writing/LeaveWriting'
import { LinkDialog } from './features/writing/LinkDialog'
import { WritingHeader } from './features/writing/WritingHeader'
import { type OutcomeRow, WritingOutcome } from './features/writing/WritingOutcome'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import type { WriterPort } from './state/commands/command'
import { annotatorName, openMarks } from './state/selectors'
import type { Writing } from './state/writing'

/** What commands do with the text that is written. */
export interface WriterControl extends WriterPort {
  focus(): void
  goTo(annotation: AnnotationId): void
}

export interface EditTextProps {
  readonly model: AppModel
  readonly writing: Writing
  readonly control: RefObject<WriterControl | null>
  readonly onTextKey: (event: KeyboardEvent, place: 'writing') => boolean
}

/** The reading pane while its text is written on: what can be done, the text, and what it asks. */
export function EditText({ model, writing, control, onTextKey }: EditTextProps) {
  const writer = useRef<WriterHandle>(null)
  const [facts, setFacts] = useState<WritingFacts | undefined>(undefined)
  const changed = useRef(false)
  const [role, setRole] = useState<{ readonly block: number; readonly near: DOMRect } | undefined>(undefined)
  const [link, setLinkAsked] = useState<{ readonly href: string | undefined } | undefined>(undefined)
  const run = (command: Command) => writer.current?.run(command)
  const finish = () => {
    const written = writer.current?.written()
    if (written !== undefined) void model.writing.finish(written)
  }
  const own: WriterControl = {
    focus: () => writer.current?.focus(),
    goTo: annotation => writer.current?.goTo(writing.start.segments.findIndex(({ id }) => id === annotation)),
    toggle: type => run(toggle(type)),
    undo: () => run(undoWriting),
    redo: () => run(redoWriting),
    askLink: () => facts?.canLink === true && setLinkAsked({ href: writer.current?.link() }),
    askRole: () => writer.current?.askRole(),
    finish,
    cancel: () => model.writing.cancel(changed.current),
  }
  useImperativeHandle(control, () => own)
  return (
    <main className="pm-pane pm-reader" aria-label="Document">
      <WritingHeader
        facts={facts}
        busy={writing.busy}
        onUndo={own.undo}
        onRedo={own.redo}
        onToggle={own.toggle}
        onLink={own.askLink}
        onRole={own.askRole}
        onCancel={own.cancel}
        onDone={finish}
      />
      <TextWriter
        ref={writer}
        start={writing.start}
        held={writing.busy}
        onFacts={now => {
          changed.current = now.changed
          setFacts(before => (JSON.stringify(before) === JSON.stringify(now) ? before : now))
        }}
        onRest={written => model.writing.rest(written, changed.current)}
        onKey={event => onTextKey(event, 'writing')}
        onTooLong={() => model.showProblem({ code: 'too-much-pasted' })}
        onRole={(block, near) => setRole({ block, near })}
      />
      {role !== undefined && (
        <RoleMenu
          role={facts?.role}
          near={role.near}
          onChoose={chosen => {
            setRole(undefined)
            writer.current?.setRole(chosen, role.block)
          }}
          onClose={() => {
            setRole(undefined)
            writer.current?.focus()
          }}
        />
      )}
      {link !== undefined && (
        <LinkDialog
          href={link.href}
          onLink={href => {
            setLinkAsked(undefined)
            run(setLink(href))
          }}
          onClose={() => {
            setLinkAsked(undefined)
            writer.current?.focus()
          }}
        />
      )}
      {writing.asking && (
        <LeaveWriting
          onLeave={() => void model.writing.leave()}
          onStay={() => {
            model.writing.stay()
            writer.current?.focus()
          }}
        />
      )}
    </main>
  )
}

export interface EditOutcomeProps {
  readonly state: WindowState
  readonly writing: Writing
  readonly control: RefObject<WriterControl | null>
}

/** The inspector's place while a text is written: what would become of its annotations. */
export function EditOutcome({ state, writing, control }: EditOutcomeProps) {
  const marks = openMarks(state)
  const by = state.info?.annotator?.id
  const rows = useMemo(() => {
    const marked = new Map(marks.map(mark => [mark.annotation.id, mark]))
    return writing.outcome.flatMap(({ annotation: id, state: place }): OutcomeRow[] => {
      const mark = marked.get(id)
      if (place === 'exact' || mark === undefined) return []
      const { author, annotation } = mark
      const words = targetOf(annotation.placements.get(writing.start.revision.id)).map(({ exact }) => exact)
      const name = author === by ? undefined : annotatorName(state.queue.current, author)
      return [{ id, kind: annotation.kind, state: place, words: words.join(' […] '), author: name }]
    })
  }, [marks, by, writing, state.queue])
  return <WritingOutcome total={marks.length} rows={rows} onGo={id => control.current?.goTo(id)} />
}
