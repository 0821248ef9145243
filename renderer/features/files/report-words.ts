import type { CopyRow, FileReportRow, ReportEntry } from '#app/contract/values'
import { counted } from '../words/kind-words'

/** A file that is left out, since nothing stands in for it. */
export interface LeftOutFile {
  readonly file: string
  readonly code: string
}

const isEdited = ({ code }: FileReportRow) => code === 'edited-outside'

/** What there is to say about a workspace's files, in a sentence or two; `undefined` where all are as they were written. */
export function reportSentence(
  reports: readonly FileReportRow[],
  damaged: readonly LeftOutFile[],
  copies: readonly CopyRow[] = [],
): string | undefined {
  const edited = reports.filter(one => isEdited(one) && one.entries.length > 0).length
  const kept = reports.filter(one => isEdited(one) && one.entries.length === 0).length
  const setBack = reports.filter(({ code }) => code === 'set-back').length
  const recovered = reports.length - edited - kept - setBack
  const sentences: string[] = []
  if (recovered > 0) {
    const one = recovered === 1
    sentences.push(
      `${counted(recovered, 'file was', 'files were')} damaged or missing; ${one ? 'its' : 'their'} last good ${one ? 'version stands' : 'versions stand'} in.`,
    )
  }
  if (edited > 0) {
    sentences.push(
      `${counted(edited, 'file was', 'files were')} changed outside Pressmark; what changed is taken over and can be taken back.`,
    )
  }
  if (kept > 0) {
    sentences.push(`${counted(kept, 'file was', 'files were')} changed outside Pressmark; the report says what stands.`)
  }
  if (setBack > 0) {
    const one = setBack === 1
    sentences.push(
      `${counted(setBack, 'file was', 'files were')} set back to an earlier version outside Pressmark; what you marked since stays, and is written into ${one ? 'it' : 'them'} again with the next change or when the window closes.`,
    )
  }
  if (damaged.length > 0) {
    sentences.push(
      `${counted(damaged.length, 'file', 'files')} cannot be read and ${damaged.length === 1 ? 'is' : 'are'} left out.`,
    )
  }
  if (copies.length > 0) {
    sentences.push(
      `${counted(copies.length, 'second copy was', 'second copies were')} made by a synchronising program; nothing is lost, and the report says more.`,
    )
  }
  return sentences.length === 0 ? undefined : sentences.join(' ')
}

const found: { readonly [code: string]: string | undefined } = {
  'edited-outside': 'Another program changed this file.',
  'set-back': 'Another program set this file back to an earlier version.',
  missing: 'This file was gone.',
  truncated: 'This file was cut off.',
  misplaced: 'In its place lay a file that belongs elsewhere.',
  namesake: 'It is the file of an annotator whose id differs in capitals alone, which this disk does not tell apart.',
  'not-a-file': 'In its place is something that is no file.',
  'newer-version': 'A newer Pressmark wrote this file. Update Pressmark to read it.',
  'conflict-copy': 'A synchronising program made this second copy.',
  'no-permission': 'You may not read this file.',
}

/** What a second copy is to whoever is at the desk, and what merging it does. */
export function copyWords({ is, whose = 'A colleague', code }: CopyRow): string {
  const unread = code === undefined ? '' : ` ${foundWords(code)}`
  if (is === 'text') return `It is of a text. Merging keeps the text, and sets the copy aside.${unread}`
  if (is === 'mine') {
    const what = code === undefined ? 'what it says' : 'what can be read of it'
    return `It is of your own file. Merging adds ${what}, and sets the copy aside.${unread}`
  }
  const shown = code === undefined ? 'What it says is shown here. ' : ''
  return `It is of the file of ${whose}, whose Pressmark merges it. ${shown}Nothing is lost meanwhile.${unread}`
}

/** What a file is about, as a heading. */
export function titleOf(file: string, of: FileReportRow['of']): string {
  if (of === undefined) return file
  if ('headline' in of) return of.headline
  return of.register === 'annotators' ? 'Annotator' : of.register.replace(/^./, letter => letter.toUpperCase())
}

const standIn: { readonly [From in FileReportRow['from']]: string } = {
  memory: 'What the window knew of it stands in',
  previous: 'The version before stands in',
  backup: 'The newest backup stands in',
  file: 'What could still be read of it stands in',
}

/** What a file was found to be. */
export function foundWords(code: string): string {
  return found[code] ?? 'This file was damaged.'
}

/** What came of a file. */
export function outcomeWords({ code, from, keptAt, entries }: FileReportRow): string {
  const kept = keptAt === undefined ? '' : ` What was found is kept in ${keptAt}.`
  if (code === 'edited-outside') {
    if (entries.length > 0) return `It was compared with the version before.${kept}`
    return from === 'file'
      ? 'It is read as it is: nothing earlier is known of it.'
      : `What it was before stands in, or it says the same.${kept}`
  }
  return `${standIn[from]}${entries.length === 0 ? '.' : ', with what could be read of the file.'}${kept}`
}

const happened: { readonly [Is in ReportEntry['is']]: string } = {
  added: 'New or newer than what was known',
  changed: 'Changed without a trace of who did it',
  missing: 'Was not in the file; kept',
  refused: 'Cannot be right; left out',
}

/** What is otherwise about an entry, with the names of the fields where there are few. */
export function differenceWords({ is, fields }: ReportEntry): string {
  const names = [...new Set(fields.map(field => fieldWords(field)))]
  return names.length === 0 || names.length > 4 ? happened[is] : `${happened[is]}: ${names.join(', ')}`
}

const fieldNames: { readonly [field: string]: string | undefined } = {
  placements: 'place in the text',
  tags: 'tags',
  deleted: 'removed or not',
  codebook: 'version of the codebook',
  origin: 'where it comes from',
}

function fieldWords(field: string): string {
  const [name = field] = field.split('.')
  return fieldNames[name] ?? name
}

const typeNames: { readonly [type: string]: string | undefined } = {
  annotation: 'Annotation',
  tag: 'Tag',
  speaker: 'Speaker',
  fact: 'About the document',
  progress: 'Reading progress',
  dismissal: 'A dismissed suggestion',
}

/** What an entry is, by its type. */
export function typeWords(type: string): string {
  return typeNames[type] ?? type
}
