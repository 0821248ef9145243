import type { Problem } from '#annotations/model/result'

type Facts = NonNullable<Problem['facts']>
type Words = string | ((facts: Facts) => string)

/** What to do where a window has the workspace and does not do this for a command. */
const ownWork: { readonly [does: string]: string | undefined } = {
  restore:
    'Restore in its window (File > Backups…), or close it and try again. --out DIR restores into a copy, whoever has it. Nothing was done.',
  repair: 'Close it and try again; opening a workspace mends your own files already. A backup was made.',
}

/** Whatever can go wrong, as a sentence that says what to do. */
const problemWords: { readonly [code: string]: Words } = {
  // the workspace
  'not-a-workspace': ({ path }) => `${path} is not a Pressmark workspace. "pressmark init" makes one.`,
  'no-backups': ({ path }) => `There is no workspace ${path}, and no backup of one. Name its folder, or its id.`,
  'unknown-backup': ({ backup }) =>
    backup === ''
      ? 'There is no backup of this workspace yet.'
      : `There is no backup ${backup}. "pressmark backup list" lists them.`,
  'not-found': ({ path, file }) => `${path ?? file ?? 'It'} is not there.`,
  exists: ({ path, reason }) =>
    reason === 'workspace' ? `${path} is a workspace already.` : `${path} is not empty. Name a new or empty folder.`,
  locked: ({ pid, since, role, reason, file, does }) => {
    if (file !== undefined) return `Another program keeps ${file} from being written. Try again.`
    if (reason === 'unavailable') return 'It could not be found out who is writing this workspace. Nothing was written.'
    const holder = role === 'window' ? 'The Pressmark window' : pid === undefined ? 'A program' : 'Another command'
    const who = pid === undefined ? '' : ` (process ${pid}, since ${since})`
    const whatToDo = role === 'window' && typeof does === 'string' ? ownWork[does] : undefined
    if (whatToDo !== undefined) return `${holder}${who} has this workspace. ${whatToDo}`
    return `${holder}${who} has this workspace and did not answer. Close it or try again; nothing is done twice.`
  },
  'read-only': ({ reason }) =>
    reason === 'no-permission'
      ? 'The workspace folder may not be written.'
      : 'The workspace can only be read. Nothing was written.',
  'newer-version': 'The workspace was written by a newer Pressmark. Update this one to write in it.',
  damaged: ({ file, reason }) =>
    `${file ?? 'A file'} is damaged${reason === undefined ? '' : ` (${reason})`}. "pressmark doctor" lists what is wrong.`,
  'no-permission': ({ path, file }) => `${path ?? file ?? 'The file'} may not be opened or written.`,
  'disk-full': 'The disk is full. Nothing was lost; make room and try again.',
  io: ({ file, code }) =>
    `The disk reports an error${file === undefined ? '' : ` with ${file}`} (${code ?? 'unknown'}).`,
  closed: 'The program that has this workspace ended before it answered. Try again; what it did is not done twice.',
  failed: 'The program that has this workspace could not do it. Nothing more is known.',
  // Git
  'no-git': 'Git is not there. Install it, and see that "git --version" answers.',
  'no-repository': ({ path, said }) =>
    `${path} is not in a repository of Git. "git init" makes one.${said === '' ? '' : ` (${said})`}`,
  'git-failed': ({ said }) => `Git did not do it: ${said}`,
  // files
  'not-a-file': ({ path }) => `${path ?? 'It'} is not a plain file.`,
  'too-large': ({ path, most }) =>
    `${path ?? 'It'} is too large${most === undefined ? '' : ` (at most ${most} bytes)`}.`,
  unreadable: ({ path, reason }) => `${path ?? 'The file'} cannot be read${reason ? ` (${reason})` : ''}.`,
  'not-json': ({ path }) => `${path} is not JSON.`,
  'too-deep': ({ path }) => `${path} is nested too deeply.`,
  'forbidden-key': ({ path }) => `${path} has a member named __proto__, which is not accepted.`,
  'not-excerpts': ({ path }) => `${path ?? 'The file'} holds no excerpts of Pressmark. Is it the exported file?`,
  'inside-workspace': ({ path }) => `${path} lies among the workspace's own files. Name another place.`,
  // bundles
  'not-a-bundle': ({ path }) => `${path ?? 'The file'} is not a bundle of Pressmark.`,
  'damaged-bundle': ({ file }) => `The bundle is damaged (${file}). Ask for it again.`,
  'foreign-file': ({ file }) => `The bundle holds what does not belong in one (${file}). Nothing was taken in.`,
  'own-bundle': 'This is your own work: a bundle is for colleagues.',
  'altered-edit': 'The bundle says otherwise what is known here of one change. Nothing was taken in.',
  'id-of-another': 'The bundle uses an id of another annotator. Nothing was taken in.',
  'rev-leap': 'The bundle counts its changes far ahead of this workspace. Nothing was taken in.',
  'nothing-to-bundle': 'They have said nothing in these documents.',
  // what was asked for
  'unknown-document': ({ document }) => `There is no document ${document}. "pressmark documents" lists them.`,
  'unknown-format': ({ format, file, offered }) =>
    `${format ?? file}: no such format here. There are: ${offered ?? 'csv, jsonl, md'}.`,
  'unknown-annotator': ({ annotator }) => `Nobody here is called ${annotator}.`,
  'ambiguous-annotator': ({ annotator, ids }) => `${annotator} fits more than one annotator. Name one by id: ${ids}.`,
  'not-mine': ({ annotator }) => `${annotator} is somebody else, and only they write their annotations.`,
  'no-annotator': 'Who is writing? Name them with --annotator or PRESSMARK_ANNOTATOR, or set a name in the app.',
  'too-few-annotators': 'At least two annotators are needed: --annotators A,B. With --before, one.',
  'one-annotator': '--before compares one annotator with themselves: name one.',
  'no-moment': ({ moment }) => `${moment} is no moment. Write it as 2026-05-01 or 2026-05-01T09:30:00Z.`,
  'gold-of-itself': ({ annotator }) => `${annotator} is the gold set itself. Name those whose work is adjudicated.`,
  'no-gold': ({ annotator }) => `${annotator} is no gold set. Give the gold set a name of its own.`,
  'nothing-asked': 'Name those whose work is adjudicated (--annotators A,B), or a file for the gold set (--export).',
  'only-brat': '--map and --text belong to --format brat.',
  'not-utf8': ({ path }) => `${path} is not UTF-8.`,
  'wrong-map': ({ field }) =>
    `The map is wrong${field === '' ? '' : ` at ${field}`}. "pressmark help annotate" shows one.`,
  'wrong-brat': ({ line }) => `Line ${line} is not as brat's standoff format says. Nothing was read in.`,
  'unmapped-type': ({ line, type }) =>
    `Line ${line}: the map does not say what becomes of ${type} (null leaves it out). Nothing was read in.`,
  'brat-differs': ({ line }) => `Line ${line} is not what the text has there. Nothing was read in.`,
  'brat-text-differs': 'The text file is not the text of this document. Nothing was read in.',
  'not-decisions': 'The file of decisions must hold a JSON array.',
  'unknown-layer': ({ layer }) => `There is no layer ${layer}. Without --layer all are printed.`,
  'unknown-tag': ({ tag }) => `There is no tag ${tag}. "pressmark register codebook" lists them.`,
  'ambiguous-tag': ({ tag, paths }) => `${tag} fits more than one tag. Name it by its path: ${paths}.`,
  'empty-name': ({ option }) => `${option} needs a name.`,
  'not-yet': 'Targets for another revision than the current one cannot be read in yet.',
  'one-file': '--revision-of takes one file: the new text of that document.',
  'both-forms': '--text and --json exclude each other.',
}

/** What can be wrong with an entry that is read in. */
const entryWords: { readonly [code: string]: Words } = {
  'not-a-list': 'the file must hold a JSON array of annotations',
  'not-an-object': 'must be an object',
  missing: 'is missing',
  'wrong-value': 'has a value that it cannot have',
  'control-character': 'has a control character, such as a line break, which no name may have',
  'outside-text': 'lies outside the text',
  'empty-range': 'ends before it begins, or is empty',
  'empty-target': 'covers no text',
  'cuts-character': 'parts a character in two',
  'exact-differs': 'is not what the text has there',
  'wrong-kind': 'does not belong to an annotation of this kind',
  'wrong-document': 'names another document',
  'wrong-author': ({ author, annotator }) => `is ${author}, but it is read in as ${annotator}`,
  'unknown-revision': 'names a text that this document does not have',
  'unknown-claim-type': 'is no claim type that the codebook has',
  'unknown-status': 'must be draft or submitted',
  'repeated-id': 'is the annotation of an earlier entry again',
  'not-mine': "is a colleague's annotation",
  'wrong-decision': 'is no decision: members, take or nothing: true, and why are needed',
  'unknown-case': 'names no annotations of one case',
  'known-id': 'is the id of an annotation that was taken back',
  'not-yet': 'names another revision than the current one; that cannot be read in yet',
}

/** Why a file was not imported, or what there is to say about it. */
const importWords: { readonly [code: string]: Words } = {
  'same-text': 'has the same text as a document that is here',
  'same-text-removed': 'has the same text as a document that was removed; restore that one',
  'text-returned': 'was a text of this document before; annotations stand again where they stood in it',
  'text-of-another': 'has the same text as another document',
  'removed-document': 'cannot be a text of a document that was removed; restore that one first',
  'changed-since': 'was not taken in: another text became current meanwhile',
  'empty-folder': 'holds no files',
  'empty-file': 'is empty',
  'no-text': 'holds no text',
  'binary-file': 'is not a text',
  'too-large': 'is too large',
  'too-much-text': 'holds too much text for one document',
  'stacked-marks': 'has over a thousand accents on one letter',
  unreadable: 'cannot be read',
  encrypted: 'is protected by a password',
  'no-text-layer': 'holds pictures of pages and no text; have a text recognition (OCR) program add it',
  'too-many-pages': ({ pages, limit }) => `has ${pages} pages; at most ${limit} are read`,
  'undecided-encoding': 'has an encoding that could not be told; save it as UTF-8',
  'unsupported-format': 'is of a format that cannot be imported',
  'timed-out': 'took too long to read',
  'too-much-memory': 'took too much memory to read',
  'reader-stopped': 'broke what reads it; the other files are not affected',
  cancelled: 'was not reached, because the import was stopped',
  'not-found': 'is not there',
  'not-a-file': 'is neither a file nor a folder',
  'no-permission': 'may not be read',
  'disk-full': 'could not be stored: the disk is full',
  damaged: 'could not be stored: a file of the workspace is damaged',
  io: 'could not be stored: the disk reports an error',
  locked: 'was not imported, because the window that has the workspace did not answer',
  closed: 'may not be imported: the window that has the workspace ended before it answered',
  'lone-surrogates-replaced': 'has broken characters, which were replaced by U+FFFD',
  'encoding-guessed': 'does not say its encoding, which was guessed',
  'controls-removed': 'has control characters, which were left out',
  'running-heads-left-out': 'has the same words at the edge of every page, which were left out',
  'deletions-left-out': ({ count }) => `has ${count} tracked deletions, which are not in the text`,
  'comments-left-out': ({ count }) => `has ${count} comments, which are not in the text`,
  'pages-without-text': ({ pages }) => `has pages without text, perhaps scanned: ${pages}`,
  'attachments-left-out': 'came with files, which were not imported; name them behind it: message.eml/file.docx',
  'near-duplicate': 'has nearly the same text as a document that is here',
  'nested-archive': 'is an archive inside an archive; unpack it first',
  'empty-archive': 'holds no files',
}

/** What a check of an export or of a workspace finds. */
const findingWords: { readonly [code: string]: Words } = {
  'bad-row': 'the row cannot be read, or columns are missing',
  'unknown-document': 'names a document that the workspace does not have',
  'unknown-revision': 'names a text that the workspace does not have',
  'text-differs': 'does not say what the stored text says',
  'row-altered': 'was changed after it was exported',
  'not-excerpts': 'no excerpts were found in the file',
  'no-rows': 'the file has no excerpt in it, as an export of nothing has none, or one whose rows were removed',
  'no-fields': 'a quotation without its fields: it was written in, or they were taken out',
  'row-doubled': 'is in the file once already',
  'other-columns': 'the file has columns that are not of the export, and nothing proves what they say',
  'annotation-changed': 'the annotation has changed since',
  'annotation-removed': 'the annotation was removed since',
  'unknown-annotation': 'the annotation is not in the workspace',
  truncated: 'is cut off. Opening the workspace, or --repair, brings back what is known of it',
  'not-json': 'is not JSON. Opening the workspace, or --repair, brings back what is known of it',
  'not-utf8': 'is not UTF-8. Opening the workspace, or --repair, brings back what is known of it',
  'wrong-format': 'is not what its place says',
  'wrong-shape': 'has a value that it cannot have. Opening the workspace, or --repair, brings back what is known of it',
  'too-deep': 'is nested too deeply',
  'too-large': 'is larger than a file of a workspace may be',
  'forbidden-key': 'has a member named __proto__',
  'newer-version': 'was written by a newer Pressmark. Update this one',
  'merge-conflict':
    'has the marks of an unfinished merge of Git. All of it is read; the next change of its owner writes it clean',
  'edited-outside':
    'was changed by another program. Opening the workspace, or --repair, takes over what it says and tells it',
  'set-back': 'was set back to an earlier version by another program',
  namesake: 'is the file of an annotator whose id differs in capitals alone, which this disk does not tell apart',
  damaged: 'is damaged. Bring it back from a backup',
  misplaced: 'belongs in another place or another workspace. Move it there',
  missing: 'is not there. Opening the workspace, or --repair, brings back what is known of it',
  'not-a-file': 'is not a plain file',
  'no-permission': 'may not be read',
  'unknown-file': 'is no file of Pressmark, in a folder of Pressmark. Move it elsewhere',
  'conflict-copy':
    'is a second copy that a synchronising program made. The window merges it, or --repair; of a colleague’s file the colleague does',
  'hash-differs': 'does not give the hash that it is named by: it was changed. Bring it back from a backup',
  'blocks-differ': 'does not split into its blocks. Bring it back from a backup',
  'offsets-differ': 'has places outside its text. Bring it back from a backup',
  'exact-differs': 'stands on other words than the text has there',
  'missing-source': 'has lost its original file',
  orphan: 'belongs to no text of the document',
  'duplicate-text': 'is the text of another document too',
  'duplicate-id': "is the id of somebody else's annotation too",
  'unknown-tag': 'has a tag that nobody stated',
  'unknown-speaker': 'names a speaker that nobody stated',
  'unknown-claim': 'mentions a claim that nobody stated',
  'unknown-claim-type': 'has a claim type that nobody stated',
  'unknown-annotator': 'is by an annotator who has no file in annotators/',
  'unknown-entry': 'points to an entry that nobody stated',
  ring: 'points to itself in a ring; the last pointer is skipped',
}

/** Why a figure of agreement is not defined. */
const undefinedWords: { readonly [code: string]: Words } = {
  'no-units': 'not defined: nothing to compare',
  'no-variation': 'not defined: all have one value',
  'no-chance': 'not defined: too little was compared',
}

/** Why a figure of agreement has no interval. */
const intervalWords: { readonly [code: string]: Words } = {
  'undefined-value': '',
  'often-undefined': 'no interval: not defined in most of the rounds',
}

/** What a format cannot carry. */
const lossWords: { readonly [code: string]: string } = {
  'other-places': 'annotations with places in other texts',
  'source-and-cue-places': 'places of sources and cues',
  'claimant-details': 'details of claimants',
  'claim-entries': 'mentions of the claims register',
  'inline-marks': 'runs of formatting',
}

/** A problem as a whole sentence. One with an entry of the input names it, counted from 0, and the field. */
export function toWords({ code, facts = {} }: Problem): string {
  const { entry, field } = facts
  if (typeof entry === 'number') {
    const where = entry < 0 ? '' : `entry [${entry}]${field === '' ? '' : `, field ${field}`}: `
    const what = say(entryWords, code, facts)
    return `${where}${what}. Nothing was read in.`.replace(/^./, first => first.toUpperCase())
  }
  return say(problemWords, code, facts)
}

/** What became of an imported file, after its name. */
export function importPhrase(code: string, facts: Facts = {}): string {
  return say(importWords, code, facts)
}

/** What a check found, after the name of the row, file or entry. */
export function findingPhrase(code: string): string {
  return say(findingWords, code, {})
}

/** Why a figure of agreement has no value. */
export function undefinedPhrase(code: string | undefined): string {
  return say(undefinedWords, code ?? 'no-units', {})
}

/** Why a figure of agreement has no interval; nothing where that is said already. */
export function intervalPhrase(code: string): string {
  return say(intervalWords, code, {})
}

export function lossPhrase(code: string): string {
  return lossWords[code] ?? code
}

function say(words: { readonly [code: string]: Words }, code: string, facts: Facts): string {
  const found = Object.hasOwn(words, code) ? words[code] : undefined
  return typeof found === 'function' ? found(facts) : (found ?? `not possible (${code})`)
}
