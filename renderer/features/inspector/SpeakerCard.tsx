import { X } from 'lucide-react'
import { useRef } from 'react'
import type { Voice } from '#annotations/model/annotation'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { useHeightOfText } from '../../components/use-height-of-text'
import { useRestingText } from '../../components/use-resting-text'
import { OfferChip } from './OfferChip'
import './SpeakerCard.css'

export interface SpeakerCardProps {
  readonly voice: Voice
  /** The register's name; absent while the voice is not resolved. */
  readonly known?: string | undefined
  /** The role that the text gives, while none is set. */
  readonly offeredRole?: string | undefined
  readonly editable: boolean
  /** It was chosen just now: its role takes the focus, since it is what is said next. */
  readonly fresh?: boolean
  /** The name by which commands find its role. */
  readonly field?: string
  readonly onRemove: () => void
  readonly onRole: (role: string, final: boolean) => void
}

/** Who speaks: the name, the role as written, which can be typed, and a way to remove it. */
export function SpeakerCard(props: SpeakerCardProps) {
  const { voice, known, offeredRole, editable, fresh, field, onRemove, onRole } = props
  const name = known ?? voice.name
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a card
    <div className="pm-speaker" role="group" aria-label={name}>
      <span className="pm-speaker-name pm-ell" title={name}>
        {name}
      </span>
      {editable && (
        <IconButton label={`Remove ${name}`} size="sm" takesAway onPress={onRemove}>
          <Icon of={X} size={14} />
        </IconButton>
      )}
      {name !== voice.name && <span className="pm-speaker-written">as written: {voice.name}</span>}
      {editable && offeredRole !== undefined && (
        <OfferChip text={offeredRole} name={`Take role: ${offeredRole}`} onTake={() => onRole(offeredRole, true)} />
      )}
      <RoleAsWritten role={voice.roleAsWritten ?? ''} editable={editable} fresh={fresh} field={field} onRole={onRole} />
    </div>
  )
}

interface RoleProps {
  readonly role: string
  readonly editable: boolean
  readonly fresh: boolean | undefined
  readonly field: string | undefined
  readonly onRole: (role: string, final: boolean) => void
}

function RoleAsWritten({ role, editable, fresh, field, onRole }: RoleProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const { text, change, commit } = useRestingText(role, onRole)
  useHeightOfText(area, text)
  if (!editable) {
    return role === '' ? null : (
      // biome-ignore lint/a11y/useSemanticElements: a name and its value
      <span className="pm-speaker-written" role="group" aria-label="Role as written">
        {role}
      </span>
    )
  }
  return (
    <textarea
      ref={area}
      rows={1}
      className="pm-speaker-role"
      data-field={field}
      // biome-ignore lint/a11y/noAutofocus: who has just chosen a name goes on in its card
      autoFocus={fresh}
      aria-label="Role as written"
      placeholder="Role as written"
      value={text}
      spellCheck={false}
      onChange={event => change(event.target.value.replace(/\s*\n\s*/gu, ' '))}
      onBlur={commit}
      onKeyDown={event => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        commit()
      }}
    />
  )
}
