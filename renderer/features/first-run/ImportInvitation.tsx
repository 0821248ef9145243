import { Button } from '../../components/Button'
import './FirstRun.css'
import { MarksLegend } from './MarksLegend'

export interface ImportInvitationProps {
  readonly readOnly: boolean
  readonly onImport: () => void
  /** Wants what was copied as a document. */
  readonly onPaste: () => void
}

/** The middle of a workspace without documents: how to get the first ones in. */
export function ImportInvitation({ readOnly, onImport, onPaste }: ImportInvitationProps) {
  return (
    <main className="pm-first-run" aria-label="Start">
      <div className="pm-first-run-column">
        <h2 className="pm-start-heading">Open press releases to begin</h2>
        <p className="pm-lede">Mark quotes and claims, tag them, and export every excerpt with its source.</p>
        {!readOnly && (
          <div className="pm-start-box">
            <p className="pm-start-title">Drop files or folders here</p>
            <p className="pm-second">txt, md, html, docx, odt, rtf, pdf, eml or msg. The originals stay untouched.</p>
            <div className="pm-start-actions">
              <Button look="primary" keys="Ctrl+O" first onPress={onImport}>
                Import files
              </Button>
              <Button onPress={onPaste}>Paste text</Button>
            </div>
          </div>
        )}
        <MarksLegend />
      </div>
    </main>
  )
}
