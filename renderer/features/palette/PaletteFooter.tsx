import { Keycap } from '../../components/Keycap'

const prefixes = [
  ['>', 'commands'],
  ['@', 'speakers'],
  ['#', 'tags'],
  ['¶', 'paragraph'],
  ['/', 'text'],
] as const

/** The keys of the palette. */
export function PaletteFooter() {
  return (
    <div className="pm-palette-foot">
      <span>
        <Keycap name="↑" />
        <Keycap name="↓" />
        choose
      </span>
      <span>
        <Keycap name="Enter" />
        run
      </span>
      <span className="pm-grow" />
      {prefixes.map(([prefix, words]) => (
        <span key={prefix} className="pm-palette-prefix">
          <Keycap name={prefix} />
          {words}
        </span>
      ))}
    </div>
  )
}
