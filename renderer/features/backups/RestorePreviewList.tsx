import type { RestorePreview } from '#app/contract/backup-values'
import { counted } from '../words/kind-words'
import { restoreWords } from './backup-words'

/** What differs between a backup and now, by document and register. */
export function RestorePreviewList({ preview }: { readonly preview: RestorePreview }) {
  const { rows, lost, later } = preview
  return (
    <>
      {rows.length === 0 ? (
        <p className="pm-second">Everything in it is as it is now.</p>
      ) : (
        <ul className="pm-holders" aria-label="What would change">
          {rows.map(row => (
            <li key={row.scope}>
              <span className="pm-grow">
                <span className="pm-strong">{row.name}</span>
                {restoreWords(row).map(words => (
                  <span key={words} className="pm-backup-part pm-second">
                    {words}
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {later.length > 0 && (
        <p className="pm-second">
          {`${counted(later.length, 'document that came later stays', 'documents that came later stay')} as ${later.length === 1 ? 'it is' : 'they are'}.`}
        </p>
      )}
      {lost.length > 0 && (
        <p className="pm-second">
          {`This backup has no sound copy of ${counted(lost.length, 'file', 'files')} that would be needed. An older one may have.`}
        </p>
      )}
    </>
  )
}
