import { emptyScope, type RegisterName } from '#annotations/changes/journal'
import { readRegister } from '#annotations/changes/resolve'
import { tagPathOf } from '#annotations/formats/tag-path'
import type { Json } from '#annotations/model/json'
import { ok } from '#annotations/model/result'
import { type ListedEntry, registerList } from '#app/services/register-list'
import type { CliIo } from '../cli-io'
import type { CommandResult } from '../outcome'
import { reading } from '../reading'
import { count, oneLine, table } from '../table'

/** `register WORKSPACE NAME`: the sum of what all annotators stated. */
export function register(io: CliIo, workspace: string, name: RegisterName): Promise<CommandResult> {
  return reading(io, workspace, undefined, session => {
    const json = registerList(session, name)
    const codebook = readRegister(session.state().scopes.get('codebook') ?? emptyScope)
    const nameOf = (entry: ListedEntry) => (entry.type === 'tag' ? tagPathOf(codebook, entry.id) : ownName(entry))
    const rows = json.entries
      .map(entry => [entry.type, oneLine(nameOf(entry)), oneLine(stateOf(entry), 50), entry.id])
      .sort(([a = '', b = ''], [c = '', d = '']) => (a === c ? b.localeCompare(d) : a.localeCompare(c)))
    const text =
      rows.length === 0
        ? `Nothing is stated in ${name} yet.`
        : `${table(rows)}\n${count(rows.length, 'entry', 'entries')}`
    return ok({ status: 0, json, text })
  })
}

function ownName({ id, fields }: ListedEntry): string {
  return asText(fields.name) ?? asText(fields.statement) ?? id
}

function stateOf({ fields, clashes }: ListedEntry): string {
  if (fields.deleted === true) return 'removed'
  const into = asText(fields.redirect)
  if (into !== undefined) return `merged into ${into}`
  return clashes.length === 0 ? '' : `two values: ${[...new Set(clashes.map(({ field }) => field))].join(', ')}`
}

function asText(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
