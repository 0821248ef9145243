import { paragraphNumbers, type Revision, type Role } from '#annotations/model/revision'
import type { DocumentRow } from '#app/contract/values'
import { foldText } from '../features/palette/match-words'
import type { PaletteEntry } from '../features/palette/palette-search'
import { shownDate } from '../features/words/dates'
import { roleWords } from '../features/words/kind-words'
import type { WindowState } from './app-state'
import type { CommandFacts } from './command-facts'
import { commandList } from './commands'
import { canDo } from './commands/command'
import { type Binding, shownBindings } from './key-bindings'
import { activeMark, registerOf, shownRevision, speakerOptions, tagOptions } from './selectors'

/** What an entry of the palette leads to, from its id. */
export type PaletteAim =
  | { readonly to: 'command' | 'document' | 'tag' | 'speaker'; readonly id: string }
  | { readonly to: 'workspace'; readonly path: string }
  | { readonly to: 'place'; readonly start: number; readonly end: number }

export function aimOf({ id }: PaletteEntry): PaletteAim {
  const [to = '', ...rest] = id.split(' ')
  const what = rest.join(' ')
  if (to === 'place') {
    const [start = 0, end = 0] = rest.map(Number)
    return { to, start, end }
  }
  if (to === 'workspace') return { to, path: what }
  return { to: to === 'document' || to === 'tag' || to === 'speaker' ? to : 'command', id: what }
}

/** Everything that the palette offers at the moment but places that are found by what is typed. */
export function paletteEntries(
  state: WindowState,
  facts: CommandFacts,
  bindings: readonly Binding[],
  recent: readonly { readonly path: string; readonly name: string }[],
): readonly PaletteEntry[] {
  const revision = facts.view === 'read' ? shownRevision(state) : undefined
  return [
    ...commandEntries(facts, bindings, state.info?.platform === 'darwin'),
    ...recent.map(({ path, name }) => ({
      id: `workspace ${path}`,
      group: 'commands' as const,
      name: `Open workspace: ${name}`,
      words: path,
    })),
    ...documentEntries(state.documents),
    ...(revision === undefined ? [] : [...outlineEntries(revision), ...paragraphEntries(revision)]),
    ...(facts.active && !facts.readOnly ? activeEntries(state) : []),
  ]
}

function commandEntries(facts: CommandFacts, bindings: readonly Binding[], mac: boolean): PaletteEntry[] {
  const keys = shownBindings(bindings, mac)
  return commandList
    .filter(({ id }) => id !== 'palette')
    .map(command => {
      const { id, title, words } = command
      const shown = keys.get(id)
      const disabled = !canDo(command, facts)
      return {
        id: `command ${id}`,
        group: 'commands',
        name: title,
        ...(disabled ? { disabled, detail: 'not now' } : {}),
        ...(words === undefined ? {} : { words }),
        ...(shown === undefined ? {} : { keys: shown }),
      }
    })
}

const documentLists = new WeakMap<readonly DocumentRow[], readonly PaletteEntry[]>()

function documentEntries(rows: readonly DocumentRow[]): readonly PaletteEntry[] {
  const known = documentLists.get(rows)
  if (known !== undefined) return known
  const entries = rows
    .filter(row => !row.deleted)
    .map(({ id, headline, issuer, published }): PaletteEntry => {
      const entry = { id: `document ${id}`, group: 'documents' as const, name: headline, words: issuer ?? '' }
      return published === undefined
        ? entry
        : { ...entry, words: `${entry.words} ${published}`, detail: shownDate(published) }
    })
  documentLists.set(rows, entries)
  return entries
}

/** Headings, and where each other part of the release but its body begins. */
function outlineEntries({ blocks, text }: Revision): PaletteEntry[] {
  return blocks.flatMap(({ start, end, role, type }, at) => {
    const begins = type === 'heading' || (!plainRoles.has(role) && blocks[at - 1]?.role !== role)
    if (!begins) return []
    const name = text.slice(start, Math.min(end, start + 120)).replace(/\s+/g, ' ')
    const part = roleWords[role]
    return [{ id: `place ${start} ${start}`, group: 'outline' as const, name, words: part, detail: part }]
  })
}

const plainRoles: ReadonlySet<Role> = new Set(['body', 'list-item', 'caption', 'other'])

function paragraphEntries({ blocks, text }: Revision): PaletteEntry[] {
  const numbers = paragraphNumbers(blocks)
  return blocks.flatMap(({ start, end }, at) => {
    const n = numbers[at]
    if (n === null || n === undefined) return []
    const name = `${n}  ${text.slice(start, Math.min(end, start + 120)).replace(/\s+/g, ' ')}`
    return [{ id: `place ${start} ${start}`, group: 'paragraphs' as const, name, detail: `¶ ${n}` }]
  })
}

/** What can be given to the active annotation. */
function activeEntries(state: WindowState): PaletteEntry[] {
  const { current } = state.queue
  const tags = tagOptions(registerOf(current, 'codebook')).map(({ id, path }) => ({
    id: `tag ${id}`,
    group: 'tags' as const,
    name: path.join(' / '),
    detail: 'tag the annotation',
  }))
  if (activeMark(state)?.annotation.kind === 'note') return tags
  const speakers = speakerOptions(registerOf(current, 'speakers')).map(({ id, name }) => ({
    id: `speaker ${id}`,
    group: 'speakers' as const,
    name,
    detail: activeMark(state)?.annotation.kind === 'claim' ? 'make claimant' : 'add as speaker',
  }))
  return [...tags, ...speakers]
}

const foldedTexts = new WeakMap<Revision, string>()
/** The most places in a text that are offered, and the shortest that is looked for. */
const mostPlaces = 100
const leastLetters = 2

/** Places of the text that has what is typed, with some words round it; without case and accents. */
export function placesOf(revision: Revision | undefined, typed: string): readonly PaletteEntry[] {
  const wanted = foldText(typed.trim()).replace(/\s+/g, ' ')
  if (revision === undefined || wanted.length < leastLetters) return []
  let folded = foldedTexts.get(revision)
  if (folded === undefined) {
    folded = foldText(revision.text)
    foldedTexts.set(revision, folded)
  }
  const numbers = paragraphNumbers(revision.blocks)
  const places: PaletteEntry[] = []
  for (let at = folded.indexOf(wanted); at >= 0 && places.length < mostPlaces; at = folded.indexOf(wanted, at + 1)) {
    const index = revision.blocks.findIndex(({ start, end }) => start <= at && at < end)
    const block = revision.blocks[index]
    if (block === undefined) continue
    const from = Math.max(block.start, revision.text.lastIndexOf(' ', Math.max(block.start, at - 12)) + 1)
    const to = Math.min(block.end, at + wanted.length + 48)
    const n = numbers[index]
    const words = revision.text.slice(Math.min(from, at), to).replace(/\s/g, ' ')
    const entry = { id: `place ${at} ${at + wanted.length}`, group: 'text' as const, name: words }
    places.push(n === null || n === undefined ? entry : { ...entry, detail: `¶ ${n}` })
  }
  return places
}
