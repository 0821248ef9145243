/** A run of text in a line. */
export interface Run {
  readonly is: 'plain' | 'strong' | 'em' | 'code'
  readonly text: string
}

/** A part of the guide that stands by itself. */
export type GuideBlock =
  | { readonly is: 'heading'; readonly words: string }
  | { readonly is: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly is: 'picture'; readonly name: string; readonly words: string }
  | { readonly is: 'table'; readonly head: readonly Run[][]; readonly rows: readonly (readonly Run[][])[] }
  | { readonly is: 'code'; readonly text: string }

export interface GuideSection {
  /** Empty for what stands before the first heading. */
  readonly title: string
  readonly blocks: readonly GuideBlock[]
}

/**
 * Reads `docs/user-guide.md`: headings of the second level begin sections; those of the third, paragraphs, tables, pictures and fenced code
 * are known, and in a line `**strong**`, `*stressed*`, `` `code` `` and links, of which the words stay. The first heading is left out:
 * the dialog has it. Other Markdown comes through as it is written, so the guide does without.
 */
export function readGuide(markdown: string): readonly GuideSection[] {
  const sections: { title: string; blocks: GuideBlock[] }[] = [{ title: '', blocks: [] }]
  for (const part of partsOf(markdown)) {
    const heading = /^(#{1,2}) (.+)$/.exec(part)
    if (heading?.[1] === '##') sections.push({ title: asPrinted(heading[2] ?? ''), blocks: [] })
    else if (heading === null) sections.at(-1)?.blocks.push(readBlock(part))
  }
  return sections.filter(({ title, blocks }) => title !== '' || blocks.length > 0)
}

/** What blank lines part, but code with blank lines in it stays whole. */
function partsOf(markdown: string): readonly string[] {
  const pieces = markdown.replace(/\r\n?/gu, '\n').split(/^(```[^\n]*\n[\s\S]*?^```)$/mu)
  return pieces
    .flatMap(piece => (piece.startsWith('```') ? [piece] : piece.split(/\n{2,}/u).map(one => one.trim())))
    .filter(one => one !== '')
}

function readBlock(part: string): GuideBlock {
  if (part.startsWith('```')) return { is: 'code', text: part.split('\n').slice(1, -1).join('\n') }
  const heading = /^### (.+)$/u.exec(part)
  if (heading !== null) return { is: 'heading', words: asPrinted(heading[1] ?? '') }
  const picture = /^!\[([^\]]*)\]\(images\/([^)]+)\)$/u.exec(part)
  if (picture !== null) return { is: 'picture', words: asPrinted(picture[1] ?? ''), name: picture[2] ?? '' }
  const lines = part.split('\n')
  if (lines[1] !== undefined && /^\|[\s|:-]+\|$/u.test(lines[1])) {
    const [head = [], ...rows] = [lines[0] ?? '', ...lines.slice(2)].map(cellsOf)
    return { is: 'table', head, rows }
  }
  return { is: 'paragraph', runs: runsOf(lines.join(' ')) }
}

function cellsOf(line: string): Run[][] {
  return line
    .replace(/^\||\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map(cell => runsOf(cell.trim()))
}

function runsOf(text: string): Run[] {
  const unlinked = text.replace(/\[([^\]]+)\]\([^)]+\)/gu, '$1')
  return unlinked
    .split(/(\*\*[^*]+\*\*|\*[^*\s][^*]*\*|`[^`]+`)/u)
    .filter(piece => piece !== '')
    .map((piece): Run => {
      if (piece.startsWith('**')) return { is: 'strong', text: asPrinted(piece.slice(2, -2)) }
      if (/^\*.+\*$/u.test(piece)) return { is: 'em', text: asPrinted(piece.slice(1, -1)) }
      return piece.startsWith('`') ? { is: 'code', text: piece.slice(1, -1) } : { is: 'plain', text: asPrinted(piece) }
    })
}

/** Words with the apostrophe that the rest of the window has. */
function asPrinted(words: string): string {
  return words.replace(/(?<=\p{L})'/gu, '’')
}
