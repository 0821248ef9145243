import type { AnnotatorId } from '#annotations/model/ids'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import '../library/RemoveDocument.css'
import { sinceWords } from '../words/dates'
import type { Namesake } from './namesake'

export interface NamesakeDialogProps {
  readonly workspace: string
  /** At least one. */
  readonly namesakes: readonly Namesake[]
  readonly onGoOn: (annotator: AnnotatorId) => void
  /** It is somebody else, or it is not said. */
  readonly onApart: () => void
}

/** Asks a person who is new to this profile whether an annotator of their name in the workspace is they. */
export function NamesakeDialog({ workspace, namesakes, onGoOn, onApart }: NamesakeDialogProps) {
  const [only] = namesakes.length === 1 ? namesakes : []
  return (
    <Dialog
      name="Is this you?"
      title="Is this you?"
      size="small"
      onClose={onApart}
      footer={
        <>
          <span className="pm-grow" />
          <Button onPress={onApart}>I am somebody else</Button>
          {only !== undefined && (
            <Button look="primary" first onPress={() => onGoOn(only.id)}>
              Go on as {only.name}
            </Button>
          )}
        </>
      }
    >
      <div className="pm-remove">
        <p>
          {only === undefined
            ? `“${workspace}” has ${namesakes.length} annotators with your name, and this computer knows none of them.`
            : `“${workspace}” has an annotator with your name${sinceWords(only.since)}, whom this computer does not know.`}
        </p>
        {only === undefined && (
          <ul className="pm-namesakes" aria-label="Annotators with your name">
            {namesakes.map(one => (
              <li key={one.id}>
                <Button
                  size="sm"
                  onPress={() => onGoOn(one.id)}
                >{`Go on as ${one.name}${sinceWords(one.since)}`}</Button>
              </li>
            ))}
          </ul>
        )}
        <p className="pm-second">
          If that was you on another computer or before a new start, go on as the same: what you marked there is yours
          to change. If two people have one name, stay apart.
        </p>
      </div>
    </Dialog>
  )
}
