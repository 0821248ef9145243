import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'

export interface ExcerptsEmptyProps {
  /** Of the workspace, whatever the filter. */
  readonly all: number
  readonly onRead: () => void
  readonly onClear: () => void
}

/** What the table says when it has no rows: nothing is marked yet, or nothing fits. */
export function ExcerptsEmpty({ all, onRead, onClear }: ExcerptsEmptyProps) {
  if (all > 0) {
    return (
      <EmptyState
        title="Nothing fits"
        action={
          <Button size="sm" onPress={onClear}>
            Show all {all}
          </Button>
        }
      >
        No excerpt has all of what is asked for.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No excerpts yet"
      action={
        <Button size="sm" onPress={onRead}>
          Go to Read
        </Button>
      }
    >
      Mark quotes, claims and notes in the text of a document. They are all listed here, to be found, tagged and
      exported.
    </EmptyState>
  )
}
