import type { BatchRow } from '#app/contract/values'
import { fileNameOf, leftApartOf } from './import-rows'
import './LeftApart.css'

/** What a file holds beside its text (deletions, comments, running heads), to be unfolded and read; nothing where it holds none. */
export function LeftApart({ row }: { readonly row: BatchRow }) {
  return leftApartOf(row).map(({ code, what, texts, more }) => (
    <details key={code} className="pm-left-apart">
      <summary aria-label={`Show ${what} of ${fileNameOf(row.path)}`}>Show {what}</summary>
      <ul>
        {[...texts.entries()].map(([n, text]) => (
          <li key={n}>{text}</li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </details>
  ))
}
