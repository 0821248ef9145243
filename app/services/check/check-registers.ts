import { sumChanges } from '#annotations/changes/entry'
import { scopeWithGuests } from '#annotations/changes/guests'
import { documentOf, emptyScope, type Scope, type ScopeKey } from '#annotations/changes/journal'
import { type Register, readRegister } from '#annotations/changes/resolve'
import type { Json } from '#annotations/model/json'
import type { Registers } from './check-documents'
import type { Problems } from './problems'
import type { Everything } from './read-everything'

/** The registers as everybody's files add up, and notes on pointers that lead nowhere or in a ring. */
export function checkRegisters(everything: Everything, problems: Problems): Registers {
  const annotators = registerOf(everything, 'annotators')
  for (const [scope, journals] of everything.journals) {
    for (const [annotator, { file }] of journals) {
      if (!annotators.entries.has(annotator)) problems.add(file, 'unknown-annotator', annotator)
    }
    if (documentOf(scope) === undefined) checkPointers(everything, scope, problems)
  }
  return {
    codebook: registerOf(everything, 'codebook'),
    speakers: registerOf(everything, 'speakers'),
    claims: registerOf(everything, 'claims'),
  }
}

/** As readers add it up: what a guest says of others' entries is a proposal. */
function registerOf(everything: Everything, scope: ScopeKey): Register {
  return readRegister(scopeWithGuests(scopeOf(everything, scope), scopeOf(everything, 'settings')))
}

function scopeOf({ journals }: Everything, scope: ScopeKey): Scope {
  const found = journals.get(scope)
  if (found === undefined) return emptyScope
  return { journals: new Map([...found].map(([annotator, { journal }]) => [annotator, journal])) }
}

function checkPointers(everything: Everything, scope: ScopeKey, problems: Problems): void {
  const { entries } = registerOf(everything, scope)
  for (const { file, journal } of everything.journals.get(scope)?.values() ?? []) {
    for (const entry of journal.entries.values()) {
      const fields = sumChanges(entry.changes)
      const targets = ['parent', 'redirect', 'splitInto'].flatMap(field => idsIn(fields.get(field)?.value ?? null))
      if (targets.some(target => !entries.has(target))) problems.add(file, 'unknown-entry', entry.id)
      const skipped = entries.get(entry.id)?.skipped ?? []
      if (skipped.some(field => fields.has(field))) problems.add(file, 'ring', entry.id)
    }
  }
}

function idsIn(value: Json): string[] {
  const values = Array.isArray(value) ? (value as readonly Json[]) : [value]
  return values.filter((id): id is string => typeof id === 'string')
}
