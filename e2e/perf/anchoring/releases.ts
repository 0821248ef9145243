import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toCanonicalText } from '#annotations/model/canonical-text'
import { root } from '../../pages/launch'

/** A release's text under its file's name. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/**
 * The texts that figures are made of: those of `samples/` and every other one of the folder that `PRESSMARK_RELEASES`
 * names. The engine was tuned on the rest: with `tuning` they are what is given.
 */
export function releases(tuning: boolean): NamedText[] {
  const own = textsIn(join(root, 'samples/releases'))
  const given = textsIn(process.env.PRESSMARK_RELEASES).filter(({ name }) => !/-v\d\.txt$/.test(name))
  const half = given.filter((_, n) => n % 2 === (tuning ? 0 : 1))
  return tuning ? half : [...own, ...half]
}

/** Versions of one release, `NAME-v1.txt` and `NAME-v2.txt`, in that folder or in `pairs` beside it. */
export function versionPairs(): { readonly name: string; readonly versions: readonly [string, string] }[] {
  const folder = process.env.PRESSMARK_RELEASES
  if (folder === undefined) return []
  const texts = new Map(
    [...textsIn(folder), ...textsIn(join(folder, '..', 'pairs'))].map(({ name, text }) => [name, text]),
  )
  return [...texts].flatMap(([name, first]) => {
    const second = texts.get(name.replace(/-v1\.txt$/, '-v2.txt'))
    if (!name.endsWith('-v1.txt') || second === undefined) return []
    return [{ name: name.slice(0, -'-v1.txt'.length), versions: [first, second] as const }]
  })
}

function textsIn(folder: string | undefined): NamedText[] {
  if (folder === undefined || !existsSync(folder)) return []
  const names = readdirSync(folder).filter(name => /\.(txt|md)$/.test(name))
  return names.sort().map(name => ({ name, text: toCanonicalText([readFileSync(join(folder, name), 'utf8')]) }))
}
