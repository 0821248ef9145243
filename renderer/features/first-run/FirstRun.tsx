import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../../components/Avatar'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { Notice } from '../../components/Notice'
import { TextField } from '../../components/TextField'
import './FirstRun.css'
import { MarksLegend } from './MarksLegend'

export interface FirstRunProps {
  /** The name known so far. */
  readonly annotator: string
  readonly recent: readonly { readonly path: string; readonly name: string }[]
  /** A workspace that was asked for when the program was started: it is opened once there is a name. */
  readonly wanted?: { readonly path: string; readonly name: string } | undefined
  /** What went wrong with the last try, in words. */
  readonly problem?: string | undefined
  /** A name that is not blank comes with each wish: it is to be stored before the rest is done. */
  readonly onCreate: (annotator: string) => void
  readonly onOpen: (annotator: string, path?: string) => void
}

/** The beginning: the annotator's name, and a workspace to make or to open. */
export function FirstRun({ annotator, recent, wanted, problem, onCreate, onOpen }: FirstRunProps) {
  const [name, setName] = useState(annotator)
  const [missing, setMissing] = useState(false)
  const given = name.trim()
  const withName = (then: (annotator: string) => void): void => {
    setMissing(given === '')
    if (given !== '') then(given)
  }
  return (
    <main className="pm-first-run" aria-label="Start">
      <div className="pm-first-run-column">
        <h2 className="pm-start-heading">Begin with your name and a workspace</h2>
        <p className="pm-lede">Mark quotes and claims, tag them, and export every excerpt with its source.</p>
        {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
        <div className="pm-first-run-fields">
          <TextField
            label="Your name on annotations"
            value={name}
            lead={given === '' ? undefined : <Avatar name={given} />}
            placeholder="First and last name"
            first={annotator === ''}
            error={missing && given === '' ? 'Write your name first: it stands on every annotation.' : undefined}
            onChange={setName}
            onEnter={() => withName(who => (wanted === undefined ? onCreate(who) : onOpen(who, wanted.path)))}
          />
        </div>
        <div className="pm-start-box">
          <p className="pm-start-title">
            {wanted === undefined ? 'Work in a folder of your own' : `Write your name, then open “${wanted.name}”`}
          </p>
          <p className="pm-second">A workspace keeps texts and annotations as plain files on this computer.</p>
          <div className="pm-start-actions">
            {wanted !== undefined && (
              <Button look="primary" onPress={() => withName(who => onOpen(who, wanted.path))}>
                Open
              </Button>
            )}
            <Button look={wanted === undefined ? 'primary' : 'plain'} onPress={() => withName(onCreate)}>
              New workspace…
            </Button>
            <Button onPress={() => withName(who => onOpen(who))}>Open workspace…</Button>
          </div>
        </div>
        {recent.length > 0 && (
          <div className="pm-first-run-fields">
            <div>
              <h3 className="pm-label">Recent workspaces</h3>
              <ul className="pm-recent">
                {recent.map(({ path, name: title }) => (
                  <li key={path}>
                    <button type="button" title={path} onClick={() => withName(who => onOpen(who, path))}>
                      <Icon of={FolderOpen} size={14} />
                      <span className="pm-ell">{title}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
        <MarksLegend />
      </div>
    </main>
  )
}
