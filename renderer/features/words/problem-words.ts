import type { RefusalCode } from '#annotations/edit/edit'
import type { Problem } from '#annotations/model/result'

const words: { readonly [C in RefusalCode]: string } & { readonly [code: string]: string | undefined } = {
  // reading a file
  'empty-file': 'This file is empty. Choose the file that holds the release.',
  'nothing-copied': 'There is no text on the clipboard. Copy the release, and paste it again.',
  'no-text': 'No text was found in this file. Save the release as text and import that.',
  'binary-file': 'This is not a text file. Save the release as text and import that.',
  'stacked-marks': 'Over a thousand accents stand on one letter of this text. Take them out, and do that again.',
  'too-large': 'This file is too large to read. Split it, or save the release alone as text.',
  'too-much-pasted': 'What was pasted is too long for one release. Paste a part of it.',
  'too-much-text': 'This file holds too much text for one release. Split it and import the parts.',
  unreadable: 'This file could not be read. Check that it opens elsewhere and that you may read it.',
  encrypted: 'This file has a password. Save it without one, and import that.',
  'no-text-layer':
    'The pages of this file are pictures. Have a text recognition (OCR) program add their text, and import that.',
  'too-many-pages': 'This file has more than 2,000 pages. Save the pages of the release alone, and import that.',
  'undecided-encoding':
    'The letters of this file could not be made out. Choose how they are written, or save it as UTF-8.',
  'unsupported-format':
    'This kind of file cannot be read yet. Save the release as a Word document or as text, and import that.',
  'timed-out': 'Reading this file took too long and was stopped. Save the release as plain text and import that.',
  'too-much-memory':
    'Reading this file took too much memory and was stopped. Save the release as plain text and import that.',
  'reader-stopped':
    'Reading this file broke down; the other files are not affected. Save the release as plain text and import that.',
  cancelled: 'The import was cancelled before this file.',
  'nested-archive': 'This is an archive inside an archive. Unpack it, and import the files.',
  'empty-archive': 'This archive holds no files.',
  'empty-folder': 'This folder holds no files. Choose the folder or the files of the releases.',
  'inside-workspace': 'This place belongs to the workspace itself. Choose another folder.',
  'not-a-file': 'This is not a file. Choose files or folders.',
  // the window
  'nothing-selected': 'Nothing is selected. Select some text first, then press the key again.',
  'nothing-active': 'No annotation is active. Go to one first: J and K step through them.',
  writing: 'This text is being edited. Finish with Done, or cancel, and do that again.',
  'empty-text': 'No words are left. Write some, or cancel.',
  opening: 'A workspace is just being opened. Do that again in a moment.',
  'no-workspace': 'No workspace is open. Open one, or make a new one.',
  'unknown-document': 'This document is no longer in the workspace. Open the workspace again.',
  // a new version
  'text-of-another': 'Another document has this text. A text belongs to one document; nothing was changed.',
  'removed-document': 'This document was removed. Bring it back into the library first.',
  'unknown-plan': 'This was put away meanwhile. Choose the file again.',
  'earlier-text': 'This is an earlier version: its marks can be read and not changed. Show the current version first.',
  failed: 'The annotations could not be carried over. Nothing was changed; try again.',
  // gold sets and agreement
  'no-gold': 'An annotator has this name already. Give the gold set another one.',
  'gold-of-itself': 'A gold set is not made of itself. Choose others.',
  'unknown-case': 'This case has changed meanwhile. Look at it again.',
  'too-few-annotators': 'At least two annotators are needed. Choose another one.',
  'measuring-failed': 'The figures could not be worked out. Nothing was changed; try again.',
  'not-measured': 'The figures are gone. Measure again.',
  // the workspace folder
  'not-a-workspace': 'This folder is not a Pressmark workspace. Choose another folder, or make a new workspace.',
  'not-found': 'This is no longer at its place. Check that the folder is there and the disk is connected.',
  exists: 'There is something of that name already. Choose another name or an empty folder.',
  locked: 'Another Pressmark has this workspace open. Close it there to write here; you can read meanwhile.',
  'newer-version': 'A newer Pressmark wrote this workspace. Update Pressmark to write here; you can read meanwhile.',
  damaged: 'A file of this workspace is damaged. It was left as it is; restore it from a backup.',
  'read-only': 'This workspace is open for reading only. Nothing was changed.',
  'no-permission': 'You may not write in this folder. Change its permissions, or use another folder.',
  'disk-full': 'The disk is full. Free some space, then press Retry; nothing is lost while this window is open.',
  io: 'The disk did not take the change. Check that it is connected, then press Retry.',
  'unknown-backup': 'This backup is no longer there. Close the list and open it again.',
  // a refused change
  'unknown-annotation': 'This annotation is no longer there. Nothing was changed.',
  'unknown-entry': 'This entry is no longer in the register. Choose another one.',
  'unknown-revision': 'This version of the text is not here. Open the document again.',
  'known-id': 'This was made already. Nothing was changed.',
  'unknown-review': 'This review is no longer there. Choose another one.',
  'own-annotation': 'This is your own: decide on what colleagues marked.',
  'not-mine': 'A colleague made this: you can read it, and only its author can change it.',
  'empty-target': 'Nothing is selected. Select some text first.',
  'outside-text': 'The selection reaches outside the text. Select it again.',
  'cuts-character': 'The selection cuts a character in two. Move its end by one step.',
  'wrong-kind': 'This kind of annotation has no such field. Change its kind first.',
  'wrong-value': 'This value does not fit the field. Correct it and try again.',
  'control-character': 'A name is on one line and has no control characters. Take them out and try again.',
  ring: 'This would put an entry below itself. Choose another place for it.',
  'nothing-to-undo': 'There is nothing to undo.',
  'changed-since': 'This was changed since. Look at it again before you change it.',
}

/** What happened and what to do, in one calm sentence or two; an unknown code is named for a report. */
export function problemWords(problem: Problem): string {
  return words[problem.code] ?? `That did not work (${problem.code}). Try again; if it comes back, report this word.`
}

const whyNoBackup: { readonly [code: string]: string | undefined } = {
  'disk-full': 'the disk that holds your settings is full',
  'no-permission': 'the folder of your settings cannot be written',
  locked: 'another Pressmark is making one',
}

/** That a backup was not made, which stops nothing. */
export function backupTroubleWords({ code }: Problem): string {
  const why = whyNoBackup[code] ?? `the disk reports an error (${code})`
  return `No backup could be made: ${why}. Your work is saved as always; File > Backups tries again.`
}

const warnings: { readonly [code: string]: string | undefined } = {
  'lone-surrogates-replaced': 'Broken characters were replaced by a mark.',
  'encoding-guessed': 'The encoding was guessed: check letters with accents.',
  'controls-removed': 'Invisible control characters were left out.',
  'running-heads-left-out': 'What stands at the edge of every page was left out.',
  'deletions-left-out': 'What was deleted with tracking is not in the text.',
  'comments-left-out': 'Comments are not in the text.',
  'pages-without-text': 'Some pages hold no text, perhaps pictures of it; they were not read.',
  'attachments-left-out': 'Files came with this message; they are documents of their own.',
}

/** What an import has to say beside the text. */
export function warningWords(warning: Problem): string {
  return warnings[warning.code] ?? `Something was noticed (${warning.code}).`
}
