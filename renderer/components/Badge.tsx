import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import './Badge.css'
import { classNames } from './class-names'
import { Icon } from './Icon'

export type Tone = 'ok' | 'warn' | 'bad' | 'plain' | 'accent'

export interface BadgeProps {
  readonly tone: Tone
  /** Meaning never rests on colour alone: icon and words say it too. */
  readonly icon?: LucideIcon | undefined
  readonly small?: boolean
  readonly children: ReactNode
}

/** A state in a word, with its icon. */
export function Badge({ tone, icon, small = false, children }: BadgeProps) {
  return (
    <span className={classNames('pm-badge', `pm-tone-${tone}`, small && 'pm-sm')}>
      {icon !== undefined && <Icon of={icon} size={14} />}
      <span>{children}</span>
    </span>
  )
}
