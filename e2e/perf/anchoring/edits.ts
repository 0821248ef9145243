import { newPiece, type Paragraph, type Piece, textOf } from './edited-text'

/** Chance, from a seed. */
export type Random = () => number

/** What edits are made with: chance, and other releases to take words and sentences from. */
export interface Source {
  readonly random: Random
  readonly words: readonly string[]
  readonly sentences: readonly string[]
}

type EditOf = (paragraphs: readonly Paragraph[], source: Source) => Paragraph[]

/** The classes of edits, by name. */
export const classesOfEdits: ReadonlyMap<string, EditOf> = new Map<string, EditOf>([
  ['type', type],
  ['figures and not', figures],
  ['small', (text, source) => words(text, source, 0.01)],
  ['medium', (text, source) => sentences(words(text, source, 0.06), source, 0.06)],
  ['large', (text, source) => sentences(words(text, source, 0.18), source, 0.2)],
  ['moved', (text, source) => moved(words(text, source, 0.01), source)],
  ['merged and split', (text, source) => merged(words(text, source, 0.01), source)],
  ['deleted', (text, source) => deleted(words(text, source, 0.01), source)],
  ['repeated', (text, source) => repeated(words(text, source, 0.01), source)],
  ['all', all],
])

function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)]
}

const isWord = (piece: Piece) => /^[\p{L}\p{N}]/u.test(piece.text)

function replaced(piece: Piece, text: string): Piece {
  return { ...piece, text, kept: piece.kept && piece.text === text }
}

/** Words replaced, deleted with the space behind them, and put in; each word with this chance. */
function words(paragraphs: readonly Paragraph[], source: Source, rate: number): Paragraph[] {
  const { random } = source
  return paragraphs.map(paragraph => {
    const pieces: Piece[] = []
    let dropping = 0
    for (const piece of paragraph) {
      if (dropping > 0) {
        dropping -= 1
        continue
      }
      if (!isWord(piece) || random() >= rate) {
        pieces.push(piece)
        continue
      }
      const act = random()
      const word = anyWord(paragraph, source)
      if (act < 0.4) pieces.push(replaced(piece, word))
      else if (act < 0.6) pieces.push(piece, newPiece(' '), newPiece(word))
      else if (act < 0.7) pieces.push(piece, ...[1, 2, 3].flatMap(() => [newPiece(' '), newPiece(anyWord([], source))]))
      else dropping = act < 0.9 ? 1 : 5
    }
    return pieces
  })
}

/** A word of another release or, as often, one that the paragraph has already. */
function anyWord(paragraph: Paragraph, { random, words: others }: Source): string {
  const own = random() < 0.5 ? pick(paragraph.filter(isWord), random)?.text : undefined
  return own ?? pick(others, random) ?? 'more'
}

/** Cuts behind the ends of sentences; the space stays with the sentence before. */
export function sentencesOf(paragraph: Paragraph): Piece[][] {
  const found: Piece[][] = [[]]
  for (const [n, piece] of paragraph.entries()) {
    found[found.length - 1]?.push(piece)
    const before = paragraph.slice(Math.max(0, n - 2), n).map(({ text }) => text)
    const ended = piece.text.trim() === '' && /[.!?]["”’]?$/u.test(before.join(''))
    if (ended && n < paragraph.length - 1) found.push([])
  }
  return found
}

/** Sentences deleted, put in, written anew or moved within the text; each with this chance. */
function sentences(paragraphs: readonly Paragraph[], source: Source, rate: number): Paragraph[] {
  const { random } = source
  const cut: Piece[][] = []
  const changed = paragraphs.map((paragraph, p) =>
    sentencesOf(paragraph).flatMap((sentence, s) => {
      if (random() >= rate) return sentence
      const act = random()
      if (act < 0.3) return []
      if (act < 0.55) return [...sentence, newPiece(' '), ...newSentence(source), newPiece(' ')]
      if (act < 0.85) return [...newSentence(source), newPiece(' ')]
      cut.push(asLot(sentence, 1 + p * 1_000 + s))
      return []
    }),
  )
  for (const sentence of cut) {
    const at = Math.floor(random() * changed.length)
    changed[at] = [...(changed[at] ?? []), newPiece(' '), ...sentence]
  }
  return changed
}

function newSentence(source: Source): Piece[] {
  return [newPiece(pick(source.sentences, source.random) ?? 'There was more.')]
}

function asLot(pieces: readonly Piece[], lot: number): Piece[] {
  return pieces.map(piece => ({ ...piece, lot }))
}

/** Quotation marks, dashes, spaces and line-end hyphens, as another program or a PDF would write them. */
function type(paragraphs: readonly Paragraph[], { random }: Source): Paragraph[] {
  const straight = random() < 0.5
  const chance = 0.5 + random() / 2
  return paragraphs.map(paragraph => {
    const typed = paragraph.flatMap(piece => {
      const other = otherType(piece.text, straight, random)
      return other === undefined || random() >= chance ? [piece] : [{ ...piece, text: other }]
    })
    return random() < 0.3 ? hyphenated(typed, random) : typed
  })
}

function otherType(text: string, straight: boolean, random: Random): string | undefined {
  if (text === '“' || text === '”') return straight ? '"' : undefined
  if (text === '’' || text === '‘') return straight ? "'" : undefined
  if (text === '"') return straight ? undefined : '“'
  if (text === "'") return straight ? undefined : '’'
  if (text === '–' || text === '—') return straight ? '--' : '―'
  if (text === ' ') return random() < 0.05 ? '\u00a0' : undefined
  if (text === '\u00a0' || text === '\u202f') return ' '
  return undefined
}

function hyphenated(paragraph: Paragraph, random: Random): Piece[] {
  return paragraph.map(piece => {
    const long = /^\p{Ll}{8,}$/u.test(piece.text) && random() < 0.1
    return long ? { ...piece, text: `${piece.text.slice(0, 4)}- ${piece.text.slice(4)}` } : piece
  })
}

/** Figures changed or put in another's place, “not” put in or left out. */
function figures(paragraphs: readonly Paragraph[], { random }: Source): Paragraph[] {
  const all = paragraphs.flatMap(paragraph => paragraph.filter(piece => /^\p{N}/u.test(piece.text)))
  return paragraphs.map(paragraph => {
    const pieces: Piece[] = []
    for (const [n, piece] of paragraph.entries()) {
      const before = paragraph[n - 1]?.text
      if (/^\p{N}/u.test(piece.text) && random() < 0.3) {
        const swapped = random() < 0.5 ? pick(all, random)?.text : undefined
        pieces.push(replaced(piece, swapped ?? String((Number(piece.text) || 1) + 1 + Math.floor(random() * 8))))
      } else if (piece.text === 'not' && random() < 0.5) pieces.push(newPiece(''))
      else if (/^(?:is|are|was|were|will|has|have|can|should)$/.test(piece.text) && random() < 0.15) {
        pieces.push(piece, newPiece(' '), newPiece('not'))
      } else if (before === '$' && random() < 0.1) pieces.push(piece, newPiece('.'), newPiece('5'))
      else pieces.push(piece)
    }
    return pieces
  })
}

function moved(paragraphs: readonly Paragraph[], { random }: Source): Paragraph[] {
  const order = [...paragraphs]
  const times = 1 + Math.floor(random() * 2)
  for (let lot = 1; lot <= times && order.length > 2; lot += 1) {
    const from = Math.floor(random() * order.length)
    const [taken = []] = order.splice(from, 1)
    const to = Math.floor(random() * (order.length + 1))
    order.splice(to, 0, to === from ? taken : asLot(taken, lot))
  }
  return order
}

function merged(paragraphs: readonly Paragraph[], { random }: Source): Paragraph[] {
  const out: Paragraph[] = []
  for (const paragraph of paragraphs) {
    const last = out[out.length - 1]
    if (last !== undefined && random() < 0.25) out[out.length - 1] = [...last, newPiece(' '), ...paragraph]
    else if (random() < 0.3) {
      const parts = sentencesOf(paragraph)
      const at = Math.max(1, Math.floor(random() * parts.length))
      out.push(parts.slice(0, at).flat(), parts.slice(at).flat())
    } else out.push(paragraph)
  }
  return out
}

/** Runs of words, sentences and paragraphs left out. */
function deleted(paragraphs: readonly Paragraph[], { random }: Source): Paragraph[] {
  const left = paragraphs.map(paragraph => {
    if (random() < 0.1) return []
    return sentencesOf(paragraph).flatMap(sentence => {
      if (random() < 0.12) return []
      if (random() >= 0.15) return sentence
      const from = Math.floor(random() * sentence.length)
      return [...sentence.slice(0, from), ...sentence.slice(from + 2 * (1 + Math.floor(random() * 6)))]
    })
  })
  return left.some(paragraph => textOf(paragraph).trim() !== '') ? left : [...paragraphs]
}

/**
 * Sentences and paragraphs put in again elsewhere, or moved. None twice: where a copy stays and the first one moves, nobody
 * can say that it was not the copy that moved.
 */
function repeated(paragraphs: readonly Paragraph[], { random }: Source): Paragraph[] {
  let out = [...paragraphs]
  const done = new Set<Piece>()
  for (let times = 1; times <= 3; times += 1) {
    const paragraph = out[Math.floor(random() * out.length)] ?? []
    const whole = random() < 0.5
    const said = whole ? paragraph : (pick(sentencesOf(paragraph), random) ?? paragraph)
    const moves = random() < 0.2
    const to = Math.floor(random() * out.length)
    if (said.some(piece => done.has(piece) || piece.from < 0)) continue
    for (const piece of said) done.add(piece)
    if (moves) out = out.map(other => (other === paragraph ? other.filter(piece => !said.includes(piece)) : other))
    const again = moves ? asLot(said, 10_000_000 + times) : [newPiece(textOf(said).trim())]
    for (const piece of again) done.add(piece)
    if (whole) out.splice(to, 0, again)
    else out[to] = [...(out[to] ?? []), newPiece(' '), ...again]
  }
  return out
}

function all(paragraphs: readonly Paragraph[], source: Source): Paragraph[] {
  const edits: readonly EditOf[] = [type, figures, moved, merged, deleted, repeated]
  let text = sentences(words(paragraphs, source, 0.02), source, 0.03)
  for (const edit of edits) if (source.random() < 0.5) text = edit(text, source)
  return text
}
