import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { type Filter, filterWords } from './library-rows'

export interface LibraryEmptyProps {
  /** Of all documents, whatever the filter. */
  readonly total: number
  readonly filter: Filter
  /** More documents are on their way. */
  readonly reading: boolean
  /** The texts are still being looked through. */
  readonly looking: boolean
  /** Looks for the same under every status. */
  readonly onFilter: () => void
  readonly onAll: () => void
}

/** What the library says when it lists nothing: there is nothing yet, or nothing that fits, and what can be done. */
export function LibraryEmpty(props: LibraryEmptyProps) {
  const { total, filter } = props
  if (total > 0) {
    if (props.looking) return <EmptyState title="Looking through the texts…" />
    return (
      <EmptyState
        title="Nothing fits"
        action={
          <div className="pm-library-ways">
            {filter !== 'all' && (
              <Button size="sm" onPress={props.onFilter}>
                Look under “{filterWords.all}”
              </Button>
            )}
            <Button size="sm" onPress={props.onAll}>
              Show all {total}
            </Button>
          </div>
        }
      >
        {`No document under “${filterWords[filter]}” has these words in its title, issuer, date or text.`} Try fewer
        words or the beginning of one.
      </EmptyState>
    )
  }
  if (props.reading) return <EmptyState title="Reading the documents…" />
  // The middle of the window has the way to import.
  return (
    <EmptyState title="No documents yet">
      Releases that are imported are listed here, with their status, how far each is read, and what is marked in it.
    </EmptyState>
  )
}
