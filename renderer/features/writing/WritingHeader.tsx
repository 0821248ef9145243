import { Bold, ChevronDown, Italic, Link, Redo2, Subscript, Superscript, Undo2 } from 'lucide-react'
import type { MarkType, Role } from '#annotations/model/revision'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import type { WritingFacts } from '../../editor/writing/writing-view'
import { roleWords } from '../words/kind-words'
import './WritingHeader.css'

export interface WritingHeaderProps {
  readonly facts: WritingFacts | undefined
  readonly busy: boolean
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onToggle: (type: Exclude<MarkType, 'link'>) => void
  readonly onLink: () => void
  readonly onRole: () => void
  readonly onCancel: () => void
  readonly onDone: () => void
}

const toggles = [
  { type: 'strong', label: 'Bold', keys: 'Ctrl+B', icon: Bold },
  { type: 'em', label: 'Italic', keys: 'Ctrl+I', icon: Italic },
  { type: 'sup', label: 'Superscript', keys: 'Ctrl+Shift+P', icon: Superscript },
  { type: 'sub', label: 'Subscript', keys: 'Ctrl+Shift+B', icon: Subscript },
] as const

/** What can be done to the text that is written, and the two ways out of it. */
export function WritingHeader(props: WritingHeaderProps) {
  const { facts, busy } = props
  return (
    <div className="pm-pane-header pm-writing-header">
      <h2 className="pm-pane-title pm-ell pm-grow">Edit text</h2>
      <div className="pm-writing-tools" role="toolbar" aria-label="Formatting">
        <IconButton label="Undo" keys="Ctrl+Z" disabled={facts?.canUndo !== true} onPress={props.onUndo}>
          <Icon of={Undo2} />
        </IconButton>
        <IconButton label="Redo" keys="Ctrl+Y" disabled={facts?.canRedo !== true} onPress={props.onRedo}>
          <Icon of={Redo2} />
        </IconButton>
        {toggles.map(({ type, label, keys, icon }) => (
          <IconButton
            key={type}
            label={label}
            keys={keys}
            pressed={facts?.marks.includes(type) === true}
            onPress={() => props.onToggle(type)}
          >
            <Icon of={icon} />
          </IconButton>
        ))}
        <IconButton
          label="Link"
          keys="Ctrl+Shift+L"
          pressed={facts?.marks.includes('link') === true}
          popup="dialog"
          disabled={facts?.canLink !== true}
          onPress={props.onLink}
        >
          <Icon of={Link} />
        </IconButton>
        <Button
          size="sm"
          look="quiet"
          label={`Role of this paragraph: ${roleName(facts?.role)}`}
          onPress={props.onRole}
        >
          <span className="pm-writing-role">
            {roleName(facts?.role)}
            <Icon of={ChevronDown} size={14} />
          </span>
        </Button>
      </div>
      <Button size="sm" onPress={props.onCancel}>
        Cancel
      </Button>
      <Button size="sm" look="primary" keys="Ctrl+Enter" disabled={busy} onPress={props.onDone}>
        Done
      </Button>
    </div>
  )
}

function roleName(role: Role | undefined): string {
  return role === undefined ? 'Role' : roleWords[role]
}
