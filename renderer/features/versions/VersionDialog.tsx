import type { AnchorCounts } from '#annotations/anchoring/count-anchors'
import type { DocumentId } from '#annotations/model/ids'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { ProgressBar } from '../../components/ProgressBar'
import type { VersionState } from '../../state/version-state'
import { AnchorIcon } from '../read/AnchorBadge'
import { shownDate } from '../words/dates'
import { problemWords, warningWords } from '../words/problem-words'
import './VersionDialog.css'
import { anchorRows, annotationsInWords, previewSentence, sumOf } from './version-words'

export interface VersionDialogProps {
  readonly version: VersionState
  /** Of the document that gets a new version. */
  readonly headline: string
  readonly onAdd: () => void
  readonly onClose: () => void
  /** Another document has the text: it is to be shown. */
  readonly onOpen: (document: DocumentId) => void
}

/** What a new version of a document is and what becomes of the annotations, before it is done. Reports the decision. */
export function VersionDialog({ version, headline, onAdd, onClose, onOpen }: VersionDialogProps) {
  const { is, preview, problem } = version
  const changes = preview !== undefined && preview.is !== 'same'
  const other = problem?.code === 'text-of-another' ? problem.facts?.document : undefined
  return (
    <Dialog
      name="Import a new version"
      title="Import a new version"
      size="small"
      onClose={onClose}
      footer={
        <>
          <span className="pm-grow" />
          {typeof other === 'string' && <Button onPress={() => onOpen(other)}>Show that document</Button>}
          {changes && is !== 'refused' ? (
            <>
              <Button onPress={onClose}>Cancel</Button>
              <Button key="add" look="primary" first disabled={is === 'adding'} onPress={onAdd}>
                {preview.is === 'returned' ? 'Make it current' : 'Import as version'}
              </Button>
            </>
          ) : (
            <Button key={is} first onPress={onClose}>
              {is === 'reading' ? 'Cancel' : 'Close'}
            </Button>
          )}
        </>
      }
    >
      <div className="pm-version">
        <p className="pm-muted pm-ell" title={headline}>
          {headline}
        </p>
        {is === 'reading' && <ProgressBar label="File read" percent={Math.round(version.share * 100)} accent />}
        {problem !== undefined && <p role="alert">{problemWords(problem)}</p>}
        {preview !== undefined && problem === undefined && (
          <>
            <div className="pm-version-found">
              <strong>{preview.headline}</strong>
              <span className="pm-muted pm-num">
                {[preview.name, preview.published === undefined ? undefined : shownDate(preview.published)]
                  .filter(part => part !== undefined)
                  .join(' · ')}
              </span>
            </div>
            <p role="status">{previewSentence(preview)}</p>
            {preview.warnings.map(warning => (
              <p key={warning.code} className="pm-muted">
                {warningWords(warning)}
              </p>
            ))}
            {changes && <Counts title="Your annotations" counts={preview.counts.mine} />}
            {changes && sumOf(preview.counts.others) > 0 && (
              <Counts title="Those of others" counts={preview.counts.others} />
            )}
            {changes && (
              <p className="pm-muted">The version before stays readable with its marks, and Undo takes this back.</p>
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}

function Counts({ title, counts }: { readonly title: string; readonly counts: AnchorCounts }) {
  const rows = anchorRows(counts)
  return (
    <section className="pm-version-counts" aria-label={title}>
      <h3 className="pm-label">
        {title}: <span className="pm-num">{annotationsInWords(sumOf(counts))}</span>
      </h3>
      {rows.length > 0 && (
        <ul className="pm-num">
          {rows.map(({ state, words }) => (
            <li key={state}>
              <AnchorIcon state={state} />
              {words}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
