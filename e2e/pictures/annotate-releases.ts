import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Desk } from '../pages/given-workspace'
import { runPressmark } from '../pages/pressmark-cli'
import { type WorkedMark, workedReleases } from './worked-releases'

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
