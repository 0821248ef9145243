import { documentScope, emptyScope, type WorkspaceState } from '../../changes/journal'
import { pathOf, readRegister } from '../../changes/resolve'
import type { Act } from '../../edit/edit'
import { rangeOf, sampleDocument, sampleRevision, sourceOf, stateAfter, stateOf } from '../sample-release'
import { cases, type PressmarkCase } from './cases'
import { readPressmark } from './read'
import { toActs } from './to-acts'
import { writePressmark } from './write'

// Imported by tests only.

/** A case as input. */
export function toInput({ kind, target, parts, members }: PressmarkCase) {
  return {
    kind,
    target: target.map(({ words, also }) => ({ ...rangeOf(words), ...also })),
    ...(parts === undefined ? {} : { parts: parts.map(({ part, words }) => ({ part, ...rangeOf(words) })) }),
    ...members,
  }
}

/** The cases of the format, over the sample release. */
export const caseInputs = cases.map(toInput)

/** The least that input needs. */
export const noteInput = { kind: 'note', target: [rangeOf('Ships')] }

let lastId = 0
const ids = {
  next: () => {
    lastId += 1
    return `i${String(lastId).padStart(6, '0')}`
  },
}

export function readInput(input: unknown, state: WorkspaceState = stateOf(sampleRevision)) {
  const texts = new Map([...state.revisions].map(([hash, { text }]) => [hash, text] as const))
  const context = { document: sampleDocument, current: sampleRevision.id, texts }
  return readPressmark(JSON.parse(JSON.stringify(input)), context)
}

export function planInput(input: unknown, state: WorkspaceState, by = 'ben') {
  const inputs = readInput(input, state)
  if (!inputs.ok) throw new Error(JSON.stringify(inputs.error))
  return toActs(inputs.value, {
    document: sampleDocument,
    by,
    scope: state.scopes.get(documentScope(sampleDocument)) ?? emptyScope,
    codebook: readRegister(state.scopes.get('codebook') ?? emptyScope),
    speakers: readRegister(state.scopes.get('speakers') ?? emptyScope),
    ids,
  })
}

/** The acts that input comes to; a refusal fails the test. */
export function actsOf(input: unknown, state: WorkspaceState): readonly Act[] {
  const planned = planInput(input, state)
  if (!planned.ok) throw new Error(JSON.stringify(planned.error))
  return planned.value.acts
}

/** The state after reading input in. */
export function readIn(input: unknown, state: WorkspaceState = stateOf(sampleRevision)): WorkspaceState {
  return stateAfter(state, actsOf(input, state))
}

export function written(state: WorkspaceState) {
  return writePressmark(sourceOf(state))
}

/** The paths of all entries of a register. */
export function namesIn(state: WorkspaceState, register: 'codebook' | 'speakers'): string[] {
  const { entries } = readRegister(state.scopes.get(register) ?? emptyScope)
  return [...entries.keys()].map(id => pathOf({ entries }, id).join(' > ')).sort()
}
