import { Avatar } from '../../components/Avatar'
import { Button } from '../../components/Button'
import { momentWords } from '../words/dates'
import type { ReviewWord } from './review-values'
import { actWords, shortName } from './review-words'
import { WordField } from './WordField'

export interface ThreadWishes {
  readonly onWrite: (writing: 'reply' | undefined) => void
  readonly onReply: (text: string) => void
  readonly onSettle: (review: string, as: 'resolve' | 'reopen') => void
  readonly onWithdraw: (review: string) => void
}

export interface ReplyThreadProps extends ThreadWishes {
  readonly words: readonly ReviewWord[]
  readonly their: string
  /** A reply is being written. */
  readonly writing: boolean
  readonly readOnly: boolean
}

/** What was said about a place, oldest first, and a way to answer. */
export function ReplyThread(props: ReplyThreadProps) {
  const { words, their, writing, readOnly } = props
  return (
    <div className="pm-thread">
      {words.length > 0 && (
        <ul className="pm-thread-words" aria-label="What was said">
          {words.map(word => (
            <ThreadWord key={word.id} word={word} {...props} />
          ))}
        </ul>
      )}
      {!readOnly &&
        (writing ? (
          <WordField
            label={`Reply to ${shortName(their)}`}
            send="Reply"
            onSend={props.onReply}
            onCancel={() => props.onWrite(undefined)}
          />
        ) : (
          <Button look="quiet" size="sm" keys="R" onPress={() => props.onWrite('reply')}>
            {`Reply to ${shortName(their)}`}
          </Button>
        ))}
    </div>
  )
}

function ThreadWord({ word, readOnly, onSettle, onWithdraw }: { readonly word: ReviewWord } & ReplyThreadProps) {
  const { name, person, mine, at, act, text, counts, open, resolved } = word
  return (
    <li className="pm-word">
      <Avatar name={person} colleague={!mine} />
      <div className="pm-grow">
        <p className="pm-word-head">
          <b>{name}</b> {actWords[act]} <span className="pm-num">{momentWords(at)}</span>
          {!counts && <span className="pm-word-state">about an earlier state</span>}
          {resolved && <span className="pm-word-state">resolved</span>}
        </p>
        {text !== '' && <p className="pm-word-text">{text}</p>}
        {!readOnly && (open || resolved || mine) && (
          <div className="pm-word-buttons">
            {open && (
              <Button look="quiet" size="sm" onPress={() => onSettle(word.id, 'resolve')}>
                Resolve
              </Button>
            )}
            {resolved && (
              <Button look="quiet" size="sm" onPress={() => onSettle(word.id, 'reopen')}>
                Open again
              </Button>
            )}
            {mine && (
              <Button look="quiet" size="sm" onPress={() => onWithdraw(word.id)}>
                Take back
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  )
}
