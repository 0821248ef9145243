import type { LucideIcon } from 'lucide-react'

export interface IconProps {
  readonly of: LucideIcon
  /** Width and height in pixels. */
  readonly size?: 12 | 14 | 16 | 18 | 20
  readonly className?: string
}

/** An icon in the interface's size and stroke; always beside words or inside a named control, so hidden from readers. */
export function Icon({ of: Drawing, size = 16, className }: IconProps) {
  return (
    <Drawing size={size} strokeWidth={size === 12 ? 2.25 : 1.75} className={className} aria-hidden focusable={false} />
  )
}
