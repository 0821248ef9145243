import { Download, Eye, EyeOff, PackageOpen, Ruler, Scale, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Colleague } from '#app/contract/review-values'
import { Avatar } from '../../components/Avatar'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { MenuButton } from '../../components/MenuButton'
import { Select } from '../../components/Select'
import './ReviewStrip.css'

export interface ReviewStripProps {
  readonly colleagues: readonly (Colleague & { readonly shown: string })[]
  readonly theirs: string | undefined
  /** Who is looked at beside them. */
  readonly also: readonly string[]
  readonly blind: boolean
  readonly readOnly: boolean
  /** Figures of agreement. */
  readonly children: ReactNode
  readonly onChoose: (id: string) => void
  readonly onToggle: (id: string) => void
  readonly onBlind: () => void
  readonly onReceive: () => void
  readonly onBundle: () => void
  readonly onAdjudicate: () => void
  readonly onAgreement: () => void
}

/** Above the panes: whose work is looked at, how far both agree, and what comes and goes. */
export function ReviewStrip(props: ReviewStripProps) {
  const { colleagues, theirs, also, blind } = props
  const chosen = colleagues.find(({ id }) => id === theirs)
  return (
    <section className="pm-review-strip" aria-label="Colleague">
      {chosen !== undefined && (
        <div className="pm-review-who">
          <div className="pm-review-name">
            <Avatar name={chosen.shown} colleague />
            <Select
              label="Colleague"
              hideLabel
              look="quiet"
              options={colleagues.map(({ id, shown }) => ({ id, name: shown }))}
              value={chosen.id}
              onChange={props.onChoose}
            />
            {colleagues.length > 1 && (
              <MenuButton
                label={also.length === 0 ? 'Others at the same time' : `Others at the same time: ${also.length}`}
                entries={colleagues.flatMap(({ id, shown }) =>
                  id === theirs ? [] : [{ id, name: shown, checked: also.includes(id) }],
                )}
                onChoose={props.onToggle}
              >
                <Icon of={Users} />
              </MenuButton>
            )}
            <IconButton label={blind ? 'Show names' : 'Hide names'} onPress={props.onBlind}>
              <Icon of={blind ? EyeOff : Eye} />
            </IconButton>
          </div>
          <p className="pm-review-of pm-num">
            {chosen.annotations} {chosen.annotations === 1 ? 'annotation' : 'annotations'} in {chosen.documents}{' '}
            {chosen.documents === 1 ? 'document' : 'documents'}
            <br />
            {alsoWords(colleagues, also) ?? (chosen.guest ? 'Guest: read beside yours' : 'Works in this workspace')}
          </p>
        </div>
      )}
      {props.children}
      <span className="pm-grow" />
      <div className="pm-review-ways">
        {chosen !== undefined && (
          <Button icon={<Icon of={Ruler} />} onPress={props.onAgreement}>
            Agreement…
          </Button>
        )}
        {chosen !== undefined && (
          <Button icon={<Icon of={Scale} />} disabled={props.readOnly} onPress={props.onAdjudicate}>
            Adjudicate…
          </Button>
        )}
        <Button icon={<Icon of={Download} />} disabled={props.readOnly} onPress={props.onReceive}>
          Receive…
        </Button>
        <Button icon={<Icon of={PackageOpen} />} onPress={props.onBundle}>
          Bundle…
        </Button>
      </div>
    </section>
  )
}

/** Who else is looked at, where anybody is. */
function alsoWords(colleagues: ReviewStripProps['colleagues'], also: readonly string[]): string | undefined {
  const names = colleagues.flatMap(({ id, shown }) => (also.includes(id) ? [shown] : []))
  return names.length === 0 ? undefined : `Beside them: ${names.join(', ')}`
}
