import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { WorkspaceProblem } from '#app/services/check/problems'
import { importSeed, type Study, seedHash, startStudy } from './study'

// Imported by tests only.

/** A workspace with a document and annotations, to be made ill. */
export interface Patient {
  readonly study: Study
  readonly document: string
  readonly annotator: string
  path(...names: string[]): string
  edit(file: string, change: (text: string) => string): Promise<void>
  /** The journal as another program would write it: valid, with a checksum that is no longer right. */
  readonly journal: string
  readonly revision: string
  readonly source: string
}

export async function patient(): Promise<Patient> {
  const study = await startStudy(onTestFinished)
  const document = await importSeed(study)
  const from = await study.file('a.json', [
    {
      id: 'q1',
      kind: 'quote',
      target: [{ start: 72, end: 85 }],
      tags: ['War'],
      quote: { speakers: [{ name: 'Ada' }] },
    },
    { id: 'c1', kind: 'claim', target: [{ start: 100, end: 120 }], claim: { type: 'law', claimant: 'OIR' } },
  ])
  await study.run('annotate', 'w', document, '--from', from, '--annotator', 'Tool')
  const path = (...names: string[]) => join(study.folder, 'w', ...names)
  const [source = ''] = await readdir(path('documents', document, 'sources'))
  const [file = ''] = await readdir(path('annotators'))
  const annotator = file.replace(/\.json.*/, '')
  return {
    study,
    document,
    annotator,
    path,
    edit: async (name, change) => writeFile(path(name), change(await readFile(path(name), 'utf8'))),
    journal: `documents/${document}/annotations/${annotator}.json`,
    revision: `documents/${document}/revisions/${seedHash}.json`,
    source: `documents/${document}/sources/${source}`,
  }
}

/** What the doctor says of it; its status must fit. */
export async function problemsOf({ study }: Patient): Promise<WorkspaceProblem[]> {
  const ran = await study.run('doctor', 'w', '--json')
  const { ok, problems } = JSON.parse(ran.out)
  expect([ran.status, ok]).toEqual(problems.length === 0 ? [0, true] : [1, false])
  return problems
}

/** Copies a file of the workspace with a change. */
export async function copyFileOf(
  ill: Patient,
  from: string,
  change: (text: string) => string,
  to: string,
): Promise<void> {
  await mkdir(join(ill.path(to), '..'), { recursive: true })
  await writeFile(ill.path(to), change(await readFile(ill.path(from), 'utf8')))
}
