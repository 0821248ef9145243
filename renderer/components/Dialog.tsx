import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { classNames } from './class-names'
import './Dialog.css'
import { Icon } from './Icon'
import { IconButton } from './IconButton'

export interface DialogProps {
  /** The accessible name. */
  readonly name: string
  readonly title: string
  readonly size: 'small' | 'large' | 'wide'
  /** Controls in the head, before the button that closes. */
  readonly head?: ReactNode
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly onClose: () => void
}

/** A window over the window: keeps the focus inside, closes with Escape and with its button. Reports the wish to close. */
export function Dialog(props: DialogProps) {
  const body = useRef<HTMLElement>(null)
  useEscapeFromNowhere(body, props.onClose)
  return (
    <ModalOverlay isOpen isDismissable={false} className="pm-scrim" onOpenChange={open => !open && props.onClose()}>
      <Modal className={classNames('pm-dialog', `pm-dialog-${props.size}`)}>
        <AriaDialog ref={body} className="pm-dialog-body" aria-label={props.name}>
          <div className="pm-dialog-head">
            <h2 className="pm-dialog-title pm-grow">{props.title}</h2>
            {props.head}
            <IconButton label="Close" onPress={props.onClose}>
              <Icon of={X} />
            </IconButton>
          </div>
          <div className="pm-dialog-content">{props.children}</div>
          {props.footer !== undefined && <div className="pm-dialog-foot">{props.footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Escape closes the uppermost dialog also while nothing has the focus, such as a button that was just switched off. */
function useEscapeFromNowhere(dialog: RefObject<HTMLElement | null>, onClose: () => void): void {
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { activeElement, body } = document
      const isNowhere = activeElement === null || activeElement === body
      const all = document.querySelectorAll('.pm-dialog-body')
      if (event.key === 'Escape' && isNowhere && all[all.length - 1] === dialog.current) close()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [dialog])
}
