import { ArrowLeft, CircleCheck, CircleSlash } from 'lucide-react'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import type { CasePage, CaseQuestion, ShownPlace } from '#app/contract/agreement-values'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { layerWords, measureWords } from './agreement-words'

export interface PlaceListProps {
  readonly question: CaseQuestion
  readonly page: CasePage
  readonly headlines: ReadonlyMap<DocumentId, string>
  readonly nameOf: (id: AnnotatorId) => string
  readonly onGo: (place: ShownPlace) => void
  readonly onBack: () => void
}

/** The very places behind a figure, those on which not all agree first; each is the way to its place in the text. */
export function PlaceList({ question, page, headlines, nameOf, onGo, onBack }: PlaceListProps) {
  const { cases, all, apart } = page
  const who = question.pair === undefined ? '' : `, ${question.pair.map(nameOf).join(' and ')}`
  const rest = all > cases.length ? ` The first ${cases.length} are shown.` : ''
  return (
    <>
      <div className="pm-agreement-choice">
        <Button icon={<Icon of={ArrowLeft} />} first onPress={onBack}>
          Figures
        </Button>
        <p className="pm-grow">
          <b>{measureWords(question.measure).name}</b> · {layerWords(question.layer)}
          {who}
          <br />
          <span className="pm-second pm-num">
            {all.toLocaleString('en')} places, not the same in {apart.toLocaleString('en')}.{rest}
          </span>
        </p>
      </div>
      <ul className="pm-scroll pm-places" aria-label="Places">
        {cases.map((one, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places have no identity of their own
          <li key={n}>
            <button type="button" className="pm-place" onClick={() => onGo(one)}>
              <Icon of={one.agrees ? CircleCheck : CircleSlash} size={14} />
              <span className="pm-grow">
                <span className="pm-place-words">{one.words}</span>
                <span className="pm-second">
                  {one.agrees ? 'The same' : 'Not the same'} · {saidWords(one, nameOf)} · {headlines.get(one.document)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What each has there: their label, or whether they marked it. */
function saidWords({ annotators, annotations, labels }: ShownPlace, nameOf: (id: AnnotatorId) => string): string {
  return annotators
    .map((id, n) => `${nameOf(id)}: ${labels?.[n] ?? ((annotations[n]?.length ?? 0) > 0 ? 'marked' : 'not marked')}`)
    .join(', ')
}
