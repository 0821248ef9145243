import { KeyHint } from '../../components/Keycap'
import type { KeyGroup, KeyRow } from './key-rows'

/** The keys of one group as a list: what they do, and the keys. */
export function KeyGroupList({ group }: { readonly group: KeyGroup }) {
  return (
    <div className="pm-sheet-group">
      <h3 className="pm-sheet-title">
        {group.title}
        {group.when !== undefined && <span className="pm-sheet-when"> {group.when}</span>}
      </h3>
      <ul>
        {group.rows.map(row => (
          <li key={row.title} className="pm-sheet-row">
            <span>{row.title}</span>
            <Keys row={row} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Keys({ row: { keys } }: { readonly row: KeyRow }) {
  const isRow = isRowOfDigits(keys)
  const between = isRow ? 'to' : keys.some(one => [...one].length > 1) ? 'or' : ''
  const told = isRow ? [keys[0] ?? '', keys[keys.length - 1] ?? ''] : keys
  return (
    <span className="pm-sheet-keys">
      <span className="pm-vh">{told.join(isRow ? ' to ' : ', ')}</span>
      {told.map((one, at) => (
        <span key={one} className="pm-sheet-keys">
          {at > 0 && between !== '' && (
            <span className="pm-sheet-when" aria-hidden>
              {between}
            </span>
          )}
          <KeyHint keys={at === 0 ? one : lastKey(one, told[0] ?? '')} />
        </span>
      ))}
    </span>
  )
}

/** `1` and `9`, or digits in their order such as `Ctrl+1`, `Ctrl+2`, `Ctrl+3`: the first and the last say it. */
function isRowOfDigits(keys: readonly string[]): boolean {
  if (keys.length === 2) return keys[0] === '1' && keys[1] === '9'
  const [first = ''] = keys
  const digit = Number(first.slice(-1))
  return keys.length > 2 && keys.every((one, at) => one === `${first.slice(0, -1)}${digit + at}`)
}

/** Keys without the modifiers that those before them have too: of `Alt+↑` after `Alt+↓` the arrow. */
function lastKey(keys: string, before: string): string {
  const held = keys.slice(0, keys.lastIndexOf('+', keys.length - 2) + 1)
  return held !== '' && before.startsWith(held) && !before.slice(held.length, -1).includes('+')
    ? keys.slice(held.length)
    : keys
}
