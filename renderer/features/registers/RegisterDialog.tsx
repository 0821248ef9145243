import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Notice } from '../../components/Notice'
import './RegisterDialog.css'

export interface RegisterDialogProps {
  readonly title: string
  /** What was done last, in a sentence; a new object each time, so that the same words are read again. */
  readonly said: { readonly text: string } | undefined
  /** What did not work, in words. */
  readonly problem: string | undefined
  readonly editable: boolean
  /** Controls in the head. */
  readonly head?: ReactNode
  readonly list: ReactNode
  readonly children: ReactNode
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onClose: () => void
}

/** The frame of the codebook and of the speakers: a list, what is selected in it, what was done, and Undo. */
export function RegisterDialog(props: RegisterDialogProps) {
  const { title, editable } = props
  return (
    <Dialog
      name={title}
      title={title}
      size="large"
      head={props.head}
      onClose={props.onClose}
      footer={
        <>
          <Said said={props.said} />
          {editable && (
            <Button look="quiet" keys="Ctrl+Z" onPress={props.onUndo}>
              Undo
            </Button>
          )}
          {editable && (
            <Button look="quiet" keys="Ctrl+Y" onPress={props.onRedo}>
              Redo
            </Button>
          )}
          <Button look="primary" onPress={props.onClose}>
            Done
          </Button>
        </>
      }
    >
      {props.problem !== undefined && <Notice tone="bad">{props.problem}</Notice>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Undo and Redo come from whatever has the focus in it */}
      <div className="pm-register" onKeyDown={event => editable && onHistoryKey(event, props)}>
        <div className="pm-register-list">{props.list}</div>
        <div className="pm-register-side">{props.children}</div>
      </div>
    </Dialog>
  )
}

/** Undo and Redo by key; in a field they are the field's own. */
function onHistoryKey(event: KeyboardEvent, { onUndo, onRedo }: RegisterDialogProps): void {
  const { target, key } = event
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
  if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio')) return
  const letter = key.toLowerCase()
  if (letter !== 'z' && letter !== 'y') return
  event.preventDefault()
  event.stopPropagation()
  if (letter === 'y' || event.shiftKey) onRedo()
  else onUndo()
}

/** Read out when it changes, since what is outside of a dialog is not. */
function Said({ said }: Pick<RegisterDialogProps, 'said'>) {
  const last = useRef({ said, n: 0 })
  if (last.current.said !== said) last.current = { said, n: last.current.n + 1 }
  return (
    <div className="pm-register-said pm-grow" role="status" aria-label="What was done">
      {said !== undefined && <p key={last.current.n}>{said.text}</p>}
    </div>
  )
}
