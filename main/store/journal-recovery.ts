import { createHash } from 'node:crypto'
import { entryKey } from '#annotations/changes/entry'
import { documentOf, type Journal } from '#annotations/changes/journal'
import { type Comparison, type Difference, reconcile } from '#annotations/changes/reconcile'
import { placementFlaw, placementPrefix } from '#annotations/model/placement-flaw'
import type { Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'
import { withoutMarks } from '#annotations/workspace/conflict-marks'
import { salvageJournal } from '#annotations/workspace/journal-file'
import type { FileReport, StoreProblem } from '#app/ports/workspace-store'
import { sha256 } from './place-file'
import { type FoundJournal, type JournalPlace, readJournalBytes } from './read-journal-bytes'
import { codeOf } from './store-problem'

/** Where an earlier state of a file can be had. All of it is looked up only where it is needed. */
export interface Spares {
  /** The generation before. */
  previous(): Promise<Uint8Array | undefined>
  /** The newest sound copy in a backup. */
  backup(): Promise<Uint8Array | undefined>
  /** The texts of the journal's document. */
  texts(): Promise<readonly Revision[]>
}

export interface Recovered {
  readonly journal: Journal
  readonly report: FileReport
}

/**
 * Reasons for which a file is left alone: no earlier state stands in for it. A namesake's is somebody else's, on a disk that
 * does not tell capitals from small letters.
 */
const hopeless = new Set(['not-a-file', 'too-large', 'namesake'])

/**
 * What stands for a journal's file that is not as it was written: what was last known of it (`standing`, else the
 * generation before, else the newest backup) reconciled with what the file says, as far as it can be read. `bytes` is
 * `undefined` for a file that is gone. `undefined` where the file is sound, of a newer version, no file at all, or
 * gone without an earlier state.
 */
export async function recoverJournal(
  bytes: Uint8Array | undefined,
  read: Result<FoundJournal, StoreProblem> | undefined,
  standing: Journal | undefined,
  place: JournalPlace,
  spares: Spares,
  changed: Date,
): Promise<Recovered | undefined> {
  if (read?.ok === true && (read.value.sound || read.value.journal.newer === true)) return undefined
  const code = read === undefined ? 'missing' : codeOfRead(read)
  if (code === 'newer-version' || hopeless.has(code)) return undefined
  const known = standing === undefined ? await earlier(place, spares) : ({ from: 'memory', journal: standing } as const)
  if (bytes === undefined && known === undefined) return undefined
  const found = read?.ok === true ? read.value.journal : salvage(code === 'misplaced' ? undefined : bytes, place)
  const comparison = await compare(bytes, place, spares, changed)
  const { journal, differences } = reconcile(known?.journal, found, comparison)
  const told = read?.ok === true ? differences : differences.filter(isSaid)
  const report = { file: place.file, code, from: known?.from ?? 'file', scope: place.scope, differences: told } as const
  return { journal, report }
}

/** Entries that a damaged file does not have are what its damage took, not what somebody took out. */
function isSaid({ is }: Difference): boolean {
  return is !== 'missing'
}

async function earlier(place: JournalPlace, spares: Spares) {
  const previous = soundJournal(await spares.previous(), place)
  if (previous !== undefined) return { from: 'previous', journal: previous } as const
  const backup = soundJournal(await spares.backup(), place)
  return backup === undefined ? undefined : ({ from: 'backup', journal: backup } as const)
}

function soundJournal(bytes: Uint8Array | undefined, place: JournalPlace): Journal | undefined {
  const read = bytes === undefined ? undefined : readJournalBytes(bytes, place)
  return read?.ok === true && read.value.sound && read.value.journal.newer !== true ? read.value.journal : undefined
}

/**
 * What can be read of a damaged file, where its first line says that it is the right one. Text of which some bytes are
 * no UTF-8 still has its other lines.
 */
function salvage(bytes: Uint8Array | undefined, { workspace, annotator, scope }: JournalPlace): Journal {
  const text = bytes === undefined ? '' : new TextDecoder('utf-8').decode(bytes)
  const lines = withoutMarks(text).filter(line => !line.includes('\ufffd') && !line.includes('\0'))
  const head = lines[0] ?? ''
  const isOurs = [`"workspace":"${workspace}"`, `"annotator":"${annotator}"`].every(words => head.includes(words))
  return salvageJournal(isOurs ? lines.join('\n') : '', annotator, scope)
}

async function compare(
  bytes: Uint8Array | undefined,
  { scope }: JournalPlace,
  spares: Spares,
  changed: Date,
): Promise<Comparison> {
  const texts = documentOf(scope) === undefined ? [] : await spares.texts()
  const byHash = new Map(texts.map(text => [text.id, text]))
  const file = sha256(bytes ?? '')
  return {
    editFor: ({ type, id }, last) => uuidOf(`${file} ${entryKey(type, id)} ${last}`),
    at: changed.toISOString(),
    stands(_entry, field, value) {
      if (!field.startsWith(placementPrefix)) return true
      const text = byHash.get(field.slice(placementPrefix.length))
      return text === undefined || placementFlaw(value, text) === undefined
    },
  }
}

/** A UUID of version 8 (RFC 9562): the same for the same words, so that two machines come to one edit. */
function uuidOf(words: string): string {
  const bytes = createHash('sha256').update(words).digest().subarray(0, 16)
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function codeOfRead(read: Result<FoundJournal, StoreProblem>): string {
  return read.ok ? 'edited-outside' : codeOf(read.error)
}
