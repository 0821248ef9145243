import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ok, type Problem, type Result } from '#annotations/model/result'
import { conflictOf, mergeSides, type Sides } from '../../store/merge-sides'
import { storeProblem } from '../../store/store-problem'
import type { CliIo } from '../cli-io'
import type { CommandResult } from '../outcome'
import { toWords } from '../words'

/**
 * `merge-file BASE OURS THEIRS [PATH]`: unites two versions of a file of a workspace into OURS, which is Git's own
 * temporary file. 1 where that cannot be: then OURS holds both sides between the marks of a conflict, or stays as it is
 * where a side is no text.
 */
export async function mergeFile(
  io: CliIo,
  paths: { readonly base: string; readonly ours: string; readonly theirs: string },
  path = paths.ours,
): Promise<CommandResult> {
  const target = resolve(io.cwd, paths.ours)
  const sides = await readSides(io, paths)
  if (!sides.ok) return sides
  const merged = await mergeSides(sides.value, path, new Date())
  const outcome = merged.ok ? merged.value : conflictOf(sides.value)
  try {
    if (outcome !== undefined) await writeFile(target, outcome)
  } catch (error) {
    return storeProblem(error, paths.ours)
  }
  const json = { path, merged: merged.ok }
  if (merged.ok) return ok({ status: 0, json, text: '' })
  return ok({ status: 1, json, text: '', notes: [`${path} was not merged. ${toWords(merged.error)}`] })
}

async function readSides(
  io: CliIo,
  paths: { readonly base: string; readonly ours: string; readonly theirs: string },
): Promise<Result<Sides, Problem>> {
  const read = (path: string) => readFile(resolve(io.cwd, path))
  try {
    const base = await read(paths.base)
    return ok({
      base: base.length === 0 ? undefined : base,
      ours: await read(paths.ours),
      theirs: await read(paths.theirs),
    })
  } catch (error) {
    return storeProblem(error, paths.ours)
  }
}
