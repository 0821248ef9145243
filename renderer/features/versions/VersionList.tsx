import { FilePlus2 } from 'lucide-react'
import type { RevisionHash } from '#annotations/model/ids'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import type { ShownVersion } from '../../state/version-state'
import './VersionList.css'
import { originOf } from './version-words'

export interface VersionListProps {
  readonly versions: readonly ShownVersion[]
  readonly onShow: (revision: RevisionHash) => void
  /** Absent where nothing may be written. */
  readonly onImport?: (() => void) | undefined
  /** How many annotations wait for a decision; the way to them. */
  readonly toDecide: number
  readonly onDecide: () => void
}

/** The texts of a document, the newest first: each can be looked at. Reports which, and the wish for a new one. */
export function VersionList({ versions, onShow, onImport, toDecide, onDecide }: VersionListProps) {
  return (
    <section className="pm-versions" aria-label="Versions">
      <h3 className="pm-label">Versions</h3>
      <ul>
        {[...versions].reverse().map(({ n, revision, isCurrent, isShown }) => (
          <li key={revision.id}>
            <button
              type="button"
              className="pm-version-row"
              aria-current={isShown ? 'true' : undefined}
              onClick={() => onShow(revision.id)}
            >
              <span className="pm-num">Version {n}</span>
              <span className="pm-muted pm-num pm-ell pm-grow" title={originOf(revision)}>
                {originOf(revision)}
              </span>
              {isCurrent && versions.length > 1 && <span className="pm-version-current">current</span>}
            </button>
          </li>
        ))}
      </ul>
      <div className="pm-version-buttons">
        {toDecide > 0 && (
          <Button size="sm" look="tint" onPress={onDecide}>
            {toDecide} to decide
          </Button>
        )}
        {onImport !== undefined && (
          <Button size="sm" icon={<Icon of={FilePlus2} size={14} />} onPress={onImport}>
            Import a new version…
          </Button>
        )}
      </div>
    </section>
  )
}
