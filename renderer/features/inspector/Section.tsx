import type { ReactNode } from 'react'
import { KeyHint } from '../../components/Keycap'
import { useKeysInUse } from '../../components/keys-in-use'
import './Section.css'

export interface SectionProps {
  /** The visible label; assistive technology gets it from the field. */
  readonly label?: string
  /** The key that leads here, or a count. */
  readonly keys?: string
  readonly count?: number | undefined
  readonly children: ReactNode
}

/** A part of the inspector under its label. */
export function Section({ label, keys, count, children }: SectionProps) {
  const shownKeys = useKeysInUse(keys)
  return (
    <div className="pm-section">
      {label !== undefined && (
        <div className="pm-section-label pm-label" aria-hidden>
          <span className="pm-grow">{label}</span>
          {count !== undefined && <span className="pm-num">{count}</span>}
          {shownKeys !== undefined && <KeyHint keys={shownKeys} />}
        </div>
      )}
      {children}
    </div>
  )
}

/** A value under its name, for reading only. */
export function ShownField({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would take the place of a name and its value
    <div role="group" aria-label={label} className="pm-shown-field">
      {children}
    </div>
  )
}
