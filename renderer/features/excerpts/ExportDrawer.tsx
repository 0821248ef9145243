import { CircleCheck, CircleMinus, FileSpreadsheet, TriangleAlert, Users, X } from 'lucide-react'
import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { ExportPreview } from '#app/contract/excerpt-query'
import { Badge } from '../../components/Badge'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { Select } from '../../components/Select'
import type { ExportSettings } from '../../state/excerpt-state'
import { PaneDivider } from '../shell/PaneDivider'
import type { PaneWidth } from '../shell/use-panes'
import { byWords } from '../words/by-words'
import './ExportDrawer.css'
import { countOfExcerpts, lossWords, shownNumber } from './excerpt-words'
import { formatName, formatWords } from './export-formats'

export interface ExportDrawerProps {
  readonly settings: ExportSettings
  /** Absent while it is on its way. */
  readonly preview: ExportPreview | undefined
  readonly total: number
  readonly selected: number
  /** What the person has set; never more than half of what the drawer lies in. */
  readonly height: PaneWidth
  readonly onResize: (height: number | null, dragging?: boolean) => void
  readonly onSettings: (settings: Partial<ExportSettings>) => void
  readonly onClose: () => void
}

/** How the file will begin, and what the format cannot carry. Reports what it is to be made of. */
export function ExportDrawer(props: ExportDrawerProps) {
  const { settings, preview, total, selected, height, onSettings, onClose } = props
  const name = formatName(settings.format)
  const drawer = useRef<HTMLElement>(null)
  const most = Math.max(height.least, Math.min(height.most, useHalfAround(drawer)))
  const now = Math.min(height.now, most)
  return (
    <section
      ref={drawer}
      className="pm-drawer"
      aria-label="Export preview"
      style={{ '--h-drawer': `${now}px` } as CSSProperties}
    >
      <PaneDivider
        label="Height of the preview"
        side="bottom"
        width={{ now, least: height.least, most }}
        onResize={(wanted, dragging) => props.onResize(wanted === null ? null : Math.min(wanted, most), dragging)}
      />
      <div className="pm-drawer-head">
        <h2 className="pm-pane-title">Export preview</h2>
        <Badge tone="plain" icon={FileSpreadsheet}>
          {name}
        </Badge>
        <span className="pm-grow" />
        <span className="pm-muted pm-num">
          {preview === undefined ? 'Reading…' : `first rows of ${shownNumber(preview.rows)}`}
        </span>
        <IconButton label="Close the preview" onPress={onClose}>
          <Icon of={X} />
        </IconButton>
      </div>
      <div className="pm-drawer-body">
        <ExportOptions settings={settings} total={total} selected={selected} onSettings={onSettings} />
        <RawText lines={preview?.lines ?? []} head={settings.format === 'csv'} />
        {/* biome-ignore lint/a11y/useSemanticElements: it is no group of fields */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
        <div className="pm-scroll pm-losses" role="group" aria-label="Loss report" tabIndex={0}>
          <h3 className="pm-label">Loss report for {name}</h3>
          {preview !== undefined && <LossReport preview={preview} />}
        </div>
      </div>
    </section>
  )
}

/** Half the height of what an element lies in, in CSS pixels. */
function useHalfAround(element: RefObject<HTMLElement | null>): number {
  const [half, setHalf] = useState(Number.POSITIVE_INFINITY)
  useLayoutEffect(() => {
    const around = element.current?.parentElement
    if (!around) return
    const measure = () => setHalf(Math.floor(around.clientHeight / 2))
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(around)
    return () => resized.disconnect()
  }, [element])
  return half
}

type OptionsProps = Pick<ExportDrawerProps, 'settings' | 'total' | 'selected' | 'onSettings'>

function ExportOptions({ settings, total, selected, onSettings }: OptionsProps) {
  const rows = [
    { id: 'shown' as const, name: `All ${shownNumber(total)} shown` },
    ...(selected === 0 ? [] : [{ id: 'selected' as const, name: `${shownNumber(selected)} selected` }]),
  ]
  return (
    <div className="pm-drawer-options pm-scroll">
      <Select
        label="Rows"
        options={rows}
        value={settings.selected && selected > 0 ? 'selected' : 'shown'}
        onChange={value => onSettings({ selected: value === 'selected' })}
      />
      <Select
        label="Format"
        options={formatWords}
        value={settings.format}
        onChange={format => onSettings({ format })}
      />
      {settings.format === 'csv' && (
        <Select
          label="Cells"
          options={[
            { id: 'safe', name: 'For spreadsheets' },
            { id: 'raw', name: 'As they are' },
          ]}
          value={settings.raw ? 'raw' : 'safe'}
          onChange={value => onSettings({ raw: value === 'raw' })}
        />
      )}
    </div>
  )
}

/** The lines of the file with their numbers; the first of a table names the columns. */
function RawText({ lines, head }: { readonly lines: readonly string[]; readonly head: boolean }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no group of fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <div className="pm-raw pm-scroll" role="group" aria-label="First rows of the file" tabIndex={0}>
      {lines.map((line, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
        <div key={n} className={head && n === 0 ? 'pm-raw-line pm-raw-head' : 'pm-raw-line'}>
          <span className="pm-raw-number" aria-hidden>
            {n + 1}
          </span>
          <span className="pm-raw-text" dir="auto">
            {line}
          </span>
        </div>
      ))}
    </div>
  )
}

function LossReport({ preview: { rows, by, losses, proven } }: { readonly preview: ExportPreview }) {
  const unproven = rows - proven
  return (
    <ul>
      {by.length > 1 && (
        <Line tone="ok" icon={<Icon of={Users} />}>
          <b>{by.length} people’s</b> excerpts{byWords(by)}.
        </Line>
      )}
      {losses.map(loss => {
        const [what, rest] = lossWords(loss)
        return (
          <Line key={loss.code} tone="warn" icon={<Icon of={CircleMinus} />}>
            <b>{what}</b> {rest}
          </Line>
        )
      })}
      {losses.length === 0 && (
        <Line tone="ok" icon={<Icon of={CircleCheck} />}>
          <b>Nothing</b> is left out.
        </Line>
      )}
      {unproven === 0 ? (
        <Line tone="ok" icon={<Icon of={CircleCheck} />}>
          <b>All {countOfExcerpts(rows)}</b> match their source text.
        </Line>
      ) : (
        <Line tone="bad" icon={<Icon of={TriangleAlert} />}>
          <b>{countOfExcerpts(unproven)}</b> {unproven === 1 ? 'does' : 'do'} not match the source text.
        </Line>
      )}
    </ul>
  )
}

interface LineProps {
  readonly tone: 'ok' | 'warn' | 'bad'
  readonly icon: ReactNode
  readonly children: ReactNode
}

function Line({ tone, icon, children }: LineProps) {
  return (
    <li className={`pm-loss pm-loss-${tone}`}>
      {icon}
      <span className="pm-num">{children}</span>
    </li>
  )
}
