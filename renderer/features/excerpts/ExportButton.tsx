import { Download } from 'lucide-react'
import { useId } from 'react'
import type { ExportPreview } from '#app/contract/excerpt-query'
import { Icon } from '../../components/Icon'
import { TextMenuButton } from '../../components/TextMenuButton'
import type { ExportFormat, ExportSettings } from '../../state/excerpt-state'
import { counted } from '../words/kind-words'
import { countOfExcerpts, shownNumber } from './excerpt-words'
import { formatName, formatWords } from './export-formats'

export interface ExportButtonProps {
  readonly count: number
  readonly settings: ExportSettings
  /** Absent until it is asked for. */
  readonly preview: ExportPreview | undefined
  readonly onExport: () => void
  readonly onFormat: (format: ExportFormat) => void
  readonly onPreview: () => void
}

/** Writes what is shown, and beside it the formats, each with what it loses. */
export function ExportButton({ count, settings, preview, onExport, onFormat, onPreview }: ExportButtonProps) {
  const id = useId()
  const losses = preview?.losses.length
  const note =
    losses === undefined ? 'reading' : losses === 0 ? 'keeps all' : `${counted(losses, 'detail', 'details')} left out`
  return (
    <span className="pm-split">
      <button
        type="button"
        className="pm-button pm-primary"
        aria-label="Export"
        aria-describedby={id}
        aria-keyshortcuts="Control+E"
        title={`Export ${countOfExcerpts(count)} as ${formatName(settings.format)} (Ctrl+E)`}
        disabled={count === 0}
        onClick={onExport}
      >
        <Icon of={Download} />
        <span className="pm-num pm-export-count" data-count={shownNumber(count)}>
          Export
        </span>
        <span id={id} className="pm-vh">
          {countOfExcerpts(count)} as {formatName(settings.format)}
        </span>
      </button>
      <TextMenuButton
        label="Choose format"
        look="primary"
        disabled={count === 0}
        onOpen={onPreview}
        entries={formatWords.map(({ id: format, name, extension }) => ({
          id: format,
          name: `${name} ${extension}`,
          note,
          checked: settings.format === format,
        }))}
        onChoose={onFormat}
      />
    </span>
  )
}
