import { ArrowDown, ArrowUp } from 'lucide-react'
import { kinds } from '#annotations/model/annotation'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { KindBadge } from '../../components/KindBadge'
import { PaneHeader } from '../../components/PaneHeader'
import { Select } from '../../components/Select'
import { kindWords } from '../words/kind-words'
import './InspectorHeader.css'
import type { InspectorAnnotation, InspectorWishes } from './inspector-values'
import { ShownField } from './Section'

const options = kinds.map(id => ({ id, name: kindWords[id], icon: <KindBadge kind={id} /> }))

export interface InspectorHeaderProps {
  readonly shown: InspectorAnnotation
  readonly editable: boolean
  readonly wishes: InspectorWishes
}

/** The kind, which can be changed, the place among all, and the way to the neighbours. */
export function InspectorHeader({ shown, editable, wishes }: InspectorHeaderProps) {
  const { kind, id } = shown.annotation
  const { n, of } = shown.position
  return (
    <PaneHeader
      title={
        <span className="pm-inspector-title">
          {editable ? (
            <Select
              label="Kind"
              hideLabel
              look="quiet"
              field="kind"
              options={options}
              value={kind}
              onChange={next => wishes.onKind(id, next)}
            />
          ) : (
            <ShownField label="Kind">
              <span className="pm-inspector-kind">
                <KindBadge kind={kind} />
                {kindWords[kind]}
              </span>
            </ShownField>
          )}
          <span className="pm-inspector-position pm-num">
            {n} of {of}
          </span>
        </span>
      }
    >
      <IconButton label="Previous annotation" keys="K" onPress={() => wishes.onGo('previous')}>
        <Icon of={ArrowUp} />
      </IconButton>
      <IconButton label="Next annotation" keys="J" onPress={() => wishes.onGo('next')}>
        <Icon of={ArrowDown} />
      </IconButton>
    </PaneHeader>
  )
}
