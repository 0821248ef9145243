import { blockAt, type Revision, type TextOffset } from '#annotations/model/revision'
import { languageOfText } from '#annotations/reading/language-of-text'

/** The language that the importer found, as a BCP 47 tag; undefined when it found none. */
export function languageOf(revision: Revision): string | undefined {
  const value = revision.found.find(finding => finding.name === 'language')?.value
  return typeof value === 'string' && value !== '' ? value : undefined
}

const known = new WeakMap<Revision, Map<number, string | undefined>>()

/** The language of a block by its letters; that of the whole text where these do not speak against it. */
export function blockLanguage(revision: Revision, index: number): string | undefined {
  let languages = known.get(revision)
  if (languages === undefined) {
    languages = new Map()
    known.set(revision, languages)
  }
  if (!languages.has(index)) {
    const block = revision.blocks[index]
    const text = block === undefined ? '' : revision.text.slice(block.start, block.end)
    languages.set(index, languageOfText(text, languageOf(revision)))
  }
  return languages.get(index)
}

/** The language of the block that holds an offset. */
export function languageAt(revision: Revision, offset: TextOffset): string | undefined {
  return blockLanguage(revision, Math.max(0, blockAt(revision.blocks, offset)))
}
