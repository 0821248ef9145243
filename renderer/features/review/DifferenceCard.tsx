import { Ban, Check, CircleCheck, Download, MessageSquareWarning, Send, X } from 'lucide-react'
import { Badge } from '../../components/Badge'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { CaseHead } from './CaseHead'
import { ReplyThread, type ThreadWishes } from './ReplyThread'
import type { ReviewCase } from './review-values'
import { decidedWord, saidWords, shortName } from './review-words'
import { SideCard } from './SideCard'
import { WordField } from './WordField'

export interface DecisionWishes extends ThreadWishes {
  /** A dispute without words asks for them first. */
  readonly onDecide: (decision: 'agree' | 'dispute' | 'neither' | 'propose', text?: string) => void
  readonly onTakeOver: () => void
}

export interface DifferenceCardProps extends DecisionWishes {
  readonly shown: ReviewCase
  readonly current: boolean
  readonly their: string
  readonly writing: 'dispute' | 'reply' | undefined
  readonly readOnly: boolean
  readonly onChoose: () => void
}

/** A case of the queue: folded a line of what it is about; unfolded both sides, what can be decided, and the thread. */
export function DifferenceCard(props: DifferenceCardProps) {
  const { shown, current, writing } = props
  const { n, title, kind, words, paragraph, settled, decided, said } = shown
  return (
    <li className="pm-case" data-current={current || undefined}>
      <CaseHead
        {...{ n, title, kind, words, paragraph, current, settled }}
        state={settled ? 'decided' : 'open'}
        onChoose={props.onChoose}
      >
        {decided !== undefined && (
          <Badge tone={decided === 'agree' ? 'ok' : 'plain'} icon={decided === 'agree' ? CircleCheck : undefined} small>
            {decidedWord(decided)}
          </Badge>
        )}
        {decided === undefined && said !== undefined && (
          <Badge tone={said === 'agree' ? 'ok' : 'warn'} small>
            {saidWords(said, props.their)}
          </Badge>
        )}
      </CaseHead>
      {current && (
        <div className="pm-case-body">
          {shown.sides?.map(side => (
            <SideCard key={side.name} side={side} />
          ))}
          {!props.readOnly && <DecisionBar {...props} />}
          {writing === 'dispute' && (
            <WordField
              label={shown.can.mineAlone ? 'Why yours stays' : 'Reason of the dispute'}
              send={shown.can.mineAlone ? 'Keep yours' : 'Dispute'}
              onSend={text => props.onDecide('dispute', text)}
              onCancel={() => props.onWrite(undefined)}
            />
          )}
          <ReplyThread
            words={shown.thread ?? []}
            their={props.their}
            writing={writing === 'reply'}
            readOnly={props.readOnly}
            onWrite={props.onWrite}
            onReply={props.onReply}
            onSettle={props.onSettle}
            onWithdraw={props.onWithdraw}
          />
        </div>
      )}
    </li>
  )
}

/** The decisions that can be made about a case, with their keys. */
function DecisionBar({ shown, their, onDecide, onTakeOver }: DifferenceCardProps) {
  const { can } = shown
  const name = shortName(their)
  return (
    <fieldset className="pm-decisions" aria-label="Decide">
      {can.agree && (
        <Button keys="1" icon={<Icon of={can.mineAlone ? X : Check} />} onPress={() => onDecide('agree')}>
          {can.mineAlone ? 'Remove yours' : `Agree with ${name}`}
        </Button>
      )}
      <Button keys="2" icon={<Icon of={MessageSquareWarning} />} onPress={() => onDecide('dispute')}>
        {can.mineAlone ? 'Keep yours…' : 'Dispute…'}
      </Button>
      {can.takeOver && (
        <Button keys="Y" icon={<Icon of={Download} />} onPress={onTakeOver}>
          Take over
        </Button>
      )}
      {can.propose && (
        <Button keys="P" icon={<Icon of={Send} />} onPress={() => onDecide('propose')}>
          Propose yours
        </Button>
      )}
      {can.neither && (
        <Button keys="4" icon={<Icon of={Ban} />} onPress={() => onDecide('neither')}>
          Neither
        </Button>
      )}
    </fieldset>
  )
}
