import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { givenRelease } from '../pages/given-release'
import type { Desk } from '../pages/given-workspace'
import { runPressmark } from '../pages/pressmark-cli'
import { colleaguesMarks, type WorkedMark, workedReleases } from './worked-releases'

interface Range {
  readonly start: number
  readonly end: number
}

/** Reads the worked marks into the workspace by the command line, in the name of who sits at the window. */
export async function annotateReleases({ workspace, folder, options }: Desk): Promise<void> {
  const profile = ['--user-data-dir', options.userFolder]
  const readDocuments = (): Promise<readonly { id: string; headline: string }[]> => answerOf(['documents', workspace])
  await expect.poll(async () => (await readDocuments()).length).toBe(workedReleases.length)
  const documents = await readDocuments()
  for (const { headline, marks } of workedReleases) {
    const id = documents.find(row => row.headline === headline)?.id
    if (id === undefined) throw new Error(`not in the workspace: ${headline}`)
    const { text }: { text: string } = await answerOf(['show', workspace, id])
    const input = join(folder, 'marks.json')
    await writeFile(input, JSON.stringify(marks.map(mark => entryOf(mark, text))))
    await answerOf(['annotate', workspace, id, '--from', input, ...profile])
  }
}

/** Reads a colleague's marks of the given release in. */
export async function annotateAsColleague({ workspace, folder, options }: Desk): Promise<void> {
  const documents: readonly { id: string; headline: string }[] = await answerOf(['documents', workspace])
  const id = documents.find(row => row.headline === givenRelease.headline)?.id ?? ''
  const { text }: { text: string } = await answerOf(['show', workspace, id])
  const input = join(folder, 'colleague.json')
  await writeFile(input, JSON.stringify(colleaguesMarks.map(mark => entryOf(mark, text))))
  const profile = ['--user-data-dir', options.userFolder]
  await answerOf(['annotate', workspace, id, '--from', input, '--annotator', 'Second Analyst', ...profile])
}

/** The given release as its sender might have corrected it: a number, a word of a quote, a sentence less. */
export async function correctedRelease(folder: string): Promise<string> {
  const before = await readFile(givenRelease.file, 'utf8')
  const after = before
    .replace('71 nations', '77 nations')
    .replace('plan attacks around the world', 'plan new attacks around the world')
    .replace(' officials said. Despite considerable losses', ' officials said on Tuesday. Despite heavy losses')
  if (after === before) throw new Error('nothing of the release was corrected')
  const path = join(folder, 'sdf-drive-corrected.txt')
  await writeFile(path, after)
  return path
}

async function answerOf<T>(args: readonly string[]): Promise<T> {
  const { status, out, err } = await runPressmark([...args, '--json'])
  if (status !== 0) throw new Error(`pressmark ${args.join(' ')}: ${err}`)
  return JSON.parse(out)
}

/** An entry of the exchange format: words become ranges of the text. */
function entryOf({ pieces, cue, source, ...rest }: WorkedMark, text: string): object {
  const target: Range[] = []
  for (const piece of pieces) target.push(find(text, piece, target.at(-1)?.end ?? 0))
  const behind = target[0]?.end ?? 0
  const parts = [
    ...(cue === undefined ? [] : [{ part: 'cue', ...find(text, cue, behind) }]),
    ...(source === undefined ? [] : [{ part: 'source', ...find(text, source, behind) }]),
  ]
  return { ...rest, target, parts }
}

function find(text: string, words: string, from: number): Range {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}
