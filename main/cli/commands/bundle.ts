import { resolve } from 'node:path'
import { ok, problem } from '#annotations/model/result'
import { makeBundle } from '#app/services/bundles'
import { findReader, knownAnnotators } from '#app/services/find-annotator'
import { writeBundleFile } from '../../bundle/bundle-file'
import { machineClock } from '../../clock-and-ids'
import type { CliIo } from '../cli-io'
import type { CommandResult } from '../outcome'
import { reading } from '../reading'
import { count } from '../table'

export interface BundleOptions {
  readonly annotator: string
  readonly out: string
  readonly document: readonly string[]
  readonly texts?: boolean
}

/** `bundle WORKSPACE --annotator A --out FILE`: one annotator's work in one file, for a colleague. */
export function bundle(io: CliIo, workspace: string, options: BundleOptions): Promise<CommandResult> {
  const documents = options.document.length === 0 ? undefined : [...new Set(options.document)]
  return reading(io, workspace, documents, async session => {
    const found = findReader(knownAnnotators(session), options.annotator)
    if (!found.ok) return found
    const [annotator, ...others] = found.value
    if (annotator === undefined || others.length > 0) {
      return problem('ambiguous-annotator', { annotator: options.annotator, ids: found.value.join(', ') })
    }
    const made = makeBundle(session, {
      annotator,
      made: machineClock.now(),
      texts: options.texts === true,
      ...(documents === undefined ? {} : { documents }),
    })
    if (!made.ok) return made
    const written = await writeBundleFile(resolve(io.cwd, options.out), made.value.files)
    if (!written.ok) return written
    const json = { path: options.out, annotator, documents: made.value.documents, annotations: made.value.annotations }
    const held = `${count(json.annotations, 'annotation')} in ${count(json.documents, 'document')}`
    return ok({ status: 0, json, text: `${held} written to ${options.out}` })
  })
}
