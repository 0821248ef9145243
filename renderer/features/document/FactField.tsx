import { Locate, RotateCcw } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { Json } from '#annotations/model/json'
import type { MetaName } from '#annotations/model/revision'
import { classNames } from '../../components/class-names'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import '../../components/TextField.css'
import { useHeightOfText } from '../../components/use-height-of-text'
import './FactField.css'
import type { ShownFact } from './document-values'
import { factText, factValue } from './fact-text'

export interface FactFieldProps {
  readonly fact: ShownFact
  readonly editable: boolean
  readonly onFact: (name: MetaName, value: Json) => void
  /** Brings the place in the text into view; absent where no text is at hand. */
  readonly onShow?: ((name: MetaName) => void) | undefined
}

export const factWords: {
  readonly [N in MetaName]: { readonly label: string; readonly hint?: string; readonly wrong?: string }
} = {
  headline: { label: 'Headline' },
  subhead: { label: 'Subhead' },
  issuer: { label: 'Issuer' },
  published: {
    label: 'Published',
    hint: 'A day, with time and zone where known',
    wrong: 'Write a day, such as 2018-05-01 or 1 May 2018, 9:00 EDT.',
  },
  place: { label: 'Place', hint: 'Of the dateline' },
  embargo: { label: 'Embargo', hint: 'Until when it was held back' },
  contacts: { label: 'Contacts', hint: 'A line each: name, e-mail, phone' },
  url: { label: 'Address', hint: 'Where it was published' },
  language: { label: 'Language', hint: 'en, de, fr', wrong: 'Write the letters of a language, such as en or pt-BR.' },
}

/** One piece of metadata to read and correct: taken over when typing ends; says what was found where it was corrected. */
export function FactField({ fact, editable, onFact, onShow }: FactFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const area = useRef<HTMLTextAreaElement>(null)
  const shown = factText(fact.name, fact.value)
  const { label, hint, wrong } = factWords[fact.name]
  const text = typed ?? shown
  useHeightOfText(area, text)
  const bad = typed !== undefined && factValue(fact.name, typed) === undefined
  const commit = () => {
    if (typed === undefined) return
    const value = factValue(fact.name, typed)
    if (value === undefined) return
    setTyped(undefined)
    if (typed.trim() === shown) return
    const wasFound = fact.stated ? fact.found !== undefined : fact.value !== undefined
    // An empty text states that there is none; nothing stated would bring back what was found.
    onFact(fact.name, value === null && wasFound ? '' : value)
  }
  const found = factText(fact.name, fact.found)
  return (
    <div className="pm-fact">
      <label className="pm-label" htmlFor={id}>
        {label}
      </label>
      <div className={classNames('pm-fact-field', bad && 'pm-invalid')}>
        <textarea
          id={id}
          ref={area}
          className="pm-text-area"
          rows={1}
          value={text}
          placeholder={editable ? (hint ?? 'Not known') : 'Not known'}
          readOnly={!editable}
          aria-invalid={bad}
          aria-describedby={bad || fact.stated ? `${id}-note` : undefined}
          spellCheck={false}
          onChange={event => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={event => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' && !(fact.name === 'contacts' && event.shiftKey)) {
              event.preventDefault()
              commit()
            }
            if (event.key === 'Escape' && typed !== undefined) {
              event.stopPropagation()
              setTyped(undefined)
            }
          }}
        />
        {onShow !== undefined && fact.placed && (
          <IconButton label={`Show ${label.toLowerCase()} in the text`} size="sm" onPress={() => onShow(fact.name)}>
            <Icon of={Locate} size={14} />
          </IconButton>
        )}
        {editable && fact.stated && (
          <IconButton label={`Take back what was stated: ${label}`} size="sm" onPress={() => onFact(fact.name, null)}>
            <Icon of={RotateCcw} size={14} />
          </IconButton>
        )}
      </div>
      {(bad || fact.stated) && (
        <p className={bad ? 'pm-field-error' : 'pm-fact-note'} id={`${id}-note`}>
          {bad
            ? wrong
            : found === ''
              ? 'Stated; nothing was found.'
              : `Stated; what was found: ${found.replace(/\n/g, '; ')}`}
        </p>
      )}
    </div>
  )
}
