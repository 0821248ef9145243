import type { CopyRow } from '#app/contract/values'
import { Button } from '../../components/Button'
import { copyWords, foundWords, titleOf } from './report-words'

export interface SecondCopyProps {
  readonly copy: CopyRow
  readonly readOnly: boolean
  readonly onMerge: (file: string) => void
}

/** A second copy of a file, and the way to merge it where that is for whoever is at the desk. */
export function SecondCopy({ copy, readOnly, onMerge }: SecondCopyProps) {
  const { file, of, is } = copy
  const title = titleOf(file, of)
  return (
    <li className="pm-report-file pm-report-copy">
      <p className="pm-strong pm-ell" title={title}>
        {title}
      </p>
      <p className="pm-report-path pm-ell" title={file}>
        {file}
      </p>
      <p className="pm-second">
        {foundWords('conflict-copy')} {copyWords(copy)}
      </p>
      {is !== 'theirs' && !readOnly && (
        <Button size="sm" label={`Merge ${file}`} onPress={() => onMerge(file)}>
          Merge
        </Button>
      )}
    </li>
  )
}
