import type { ScopeKey } from '#annotations/changes/journal'
import type { EditId } from '#annotations/model/ids'
import type { FileReportRow } from '#app/contract/values'
import { Button } from '../../components/Button'
import { differenceWords, foundWords, outcomeWords, titleOf, typeWords } from './report-words'

export interface FileReportItemProps {
  readonly report: FileReportRow
  readonly readOnly: boolean
  readonly onTakeBack: (scope: ScopeKey, edits: readonly EditId[]) => void
}

/** One file, and a row for each entry of which it says something else than was known. */
export function FileReportItem({ report, readOnly, onTakeBack }: FileReportItemProps) {
  const { file, of, scope, entries } = report
  const title = titleOf(file, of)
  return (
    <li className="pm-report-file">
      <p className="pm-strong pm-ell" title={title}>
        {title}
      </p>
      <p className="pm-report-path pm-ell" title={file}>
        {file}
      </p>
      <p className="pm-second">
        {foundWords(report.code)} {outcomeWords(report)}
      </p>
      {entries.length > 0 && (
        <ul className="pm-report-entries" aria-label={`Entries of ${title}`}>
          {entries.map((entry, index) => {
            const name = entry.label ?? typeWords(entry.type)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: an entry may differ in two ways, and the list stands
              <li key={index} className="pm-report-entry">
                <span className="pm-report-label pm-ell" title={name}>
                  {name}
                </span>
                <span className="pm-second">{differenceWords(entry)}</span>
                {scope !== undefined && entry.edits.length > 0 && !readOnly && (
                  <Button size="sm" label={`Take back ${name}`} onPress={() => onTakeBack(scope, entry.edits)}>
                    Take back
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </li>
  )
}
