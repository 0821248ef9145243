import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo } from 'react'
import { type Kind, kinds } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
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
  readonly id: AnnotationId
  readonly kind: Kind
  readonly position: InspectorAnnotation['position']
  readonly editable: boolean
  readonly wishes: InspectorWishes
}

/**
 * The kind, which can be changed, the place among all, and the way to the neighbours. Drawn again only when one of its
 * props is another object.
 */
export const InspectorHeader = memo(function InspectorHeader(props: InspectorHeaderProps) {
  const { id, kind, position, editable, wishes } = props
  const { n, of } = position
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
})
