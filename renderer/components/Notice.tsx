import { CircleAlert, Info, type LucideIcon, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './Icon'
import { IconButton } from './IconButton'
import './Notice.css'

type NoticeTone = 'info' | 'warn' | 'bad'

const icons: { readonly [T in NoticeTone]: LucideIcon } = { info: Info, warn: TriangleAlert, bad: CircleAlert }

export interface NoticeProps {
  readonly tone: NoticeTone
  readonly children: ReactNode
  readonly action?: ReactNode
  readonly onClose?: (() => void) | undefined
}

/** A sentence that takes its own row and never covers the text; read out when it appears. Reports the wish to close it. */
export function Notice({ tone, children, action, onClose }: NoticeProps) {
  return (
    <div className={classNames('pm-notice', `pm-notice-${tone}`)} role={tone === 'info' ? 'status' : 'alert'}>
      <Icon of={icons[tone]} />
      <p className="pm-grow">{children}</p>
      {action}
      {onClose !== undefined && (
        <IconButton label="Close this message" size="sm" onPress={onClose}>
          <Icon of={X} size={14} />
        </IconButton>
      )}
    </div>
  )
}
