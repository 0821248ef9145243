import { standingValue } from '#annotations/changes/entry'
import { ownFieldsOf, ownValue, storedValues } from '#annotations/model/own-fields'
import { metaValue, type Release } from '#annotations/model/release'
import { type MetaName, metaNames, paragraphNumbers } from '#annotations/model/revision'
import type { ShownBlock, ShownDocument, ShownFact } from '../features/document/document-values'
import type { WindowState } from './app-state'
import { openRelease, registerOf } from './selectors'

/** What is known of the open document; `undefined` where none is open. */
export function shownDocument(state: WindowState): ShownDocument | undefined {
  const release = openRelease(state)
  if (release === undefined || state.document === undefined) return undefined
  const own = ownFieldsOf(registerOf(state.queue.current, 'codebook')).map(field => {
    const value = ownValue(storedValues(release.facts), field)
    return value === undefined ? field : { ...field, value }
  })
  return { id: state.document.id, facts: factsOf(release), own }
}

/** Each piece of metadata of a release, in the order in which forms show them. */
export function factsOf(release: Release): readonly ShownFact[] {
  return metaNames.map(name => factOf(release, name))
}

function factOf(release: Release, name: MetaName): ShownFact {
  const value = metaValue(release, name)
  const finding = release.current.found.find(candidate => candidate.name === name)
  const stated = standingValue(release.facts, `meta.${name}`) !== undefined
  return {
    name,
    stated,
    placed: finding?.at !== undefined,
    ...(value === undefined ? {} : { value }),
    ...(stated && finding !== undefined ? { found: finding.value } : {}),
  }
}

/** The blocks of a release's current text with their roles. */
export function blocksOf({ current }: Release): readonly ShownBlock[] {
  const numbers = paragraphNumbers(current.blocks)
  return current.blocks.map(({ role, start, end }, n) => ({
    n,
    number: numbers[n] ?? null,
    role,
    text: current.text.slice(start, end),
  }))
}
