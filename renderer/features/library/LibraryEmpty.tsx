import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'

export interface LibraryEmptyProps {
  /** Of all documents, whatever the filter. */
  readonly total: number
  readonly filterName: string
  readonly readOnly: boolean
  readonly onImport: () => void
  readonly onAll: () => void
}

/** What the library says when it lists nothing: there is nothing yet, or nothing that fits. */
export function LibraryEmpty({ total, filterName, readOnly, onImport, onAll }: LibraryEmptyProps) {
  if (total > 0) {
    return (
      <EmptyState
        title="Nothing fits"
        action={
          <Button size="sm" onPress={onAll}>
            Show all {total}
          </Button>
        }
      >
        {`No document under “${filterName}” has these words.`}
      </EmptyState>
    )
  }
  if (readOnly) return <EmptyState title="No documents yet" />
  return (
    <EmptyState
      title="No documents yet"
      action={
        <Button size="sm" onPress={onImport}>
          Import…
        </Button>
      }
    >
      Drop files here, or import them. They are listed with their status and how much of each is marked.
    </EmptyState>
  )
}
