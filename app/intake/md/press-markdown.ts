import createMarkdownIt, { type MarkdownIt, type StateBlock, type StateInline } from 'markdown-it'

/** Nesting of quotes, lists and marks beyond which markdown-it would drop text. */
export const maxNesting = 100

const markLine = /^[ \t]*[#*-][#* \t-]*$/
const underline = /^ {0,3}=+[ \t]*$/
const script = /[\^~]([\p{L}\p{N}+−-]{1,10})[\^~]/uy
const wordCharacter = /[\p{L}\p{N}]/u

/**
 * CommonMark with tables, as releases need it: a line of only `#`, `-` or `*` is a paragraph of its own (end marks, not
 * empty headings or rules); indented lines are text, not code; HTML is text; `CO~2~` and `x^2^` within a word are sub and
 * sup. Addresses of links are passed on unchecked: they are validated where marks are made.
 */
export function createPressMarkdown(): MarkdownIt {
  const md = createMarkdownIt('default', { html: false, linkify: false, typographer: false, maxNesting })
  md.disable(['code', 'lheading', 'strikethrough'])
  md.block.ruler.before('table', 'press_mark', readMarkLine, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
  md.block.ruler.before('paragraph', 'press_underline', readUnderlined)
  md.inline.ruler.before('escape', 'press_script', readScript)
  md.validateLink = () => true
  md.normalizeLink = href => href
  md.normalizeLinkText = text => text
  return md
}

function readMarkLine(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const line = lineOf(state, startLine)
  if (line === undefined || !markLine.test(line)) return false
  if (silent) return true
  const open = state.push('paragraph_open', 'p', 1)
  open.map = [startLine, startLine + 1]
  state.push('press_text', '', 0).content = line.trim()
  state.push('paragraph_close', 'p', -1)
  state.line = startLine + 1
  return true
}

/** A heading underlined with `=`; underlines of `-` are text. */
function readUnderlined(state: StateBlock, startLine: number, endLine: number): boolean {
  const terminators = state.md.block.ruler.getRules('paragraph')
  let line = startLine + 1
  for (; line < endLine && !state.isEmpty(line); line++) {
    const text = (state.sCount[line] ?? 0) >= state.blkIndent ? lineOf(state, line) : undefined
    if (text !== undefined && underline.test(text)) break
    if (terminators.some(rule => rule(state, line, endLine, true))) return false
  }
  if (line >= endLine || state.isEmpty(line)) return false
  state.push('heading_open', 'h1', 1).markup = '='
  const inline = state.push('inline', '', 0)
  inline.content = state.getLines(startLine, line, state.blkIndent, false).trim()
  inline.children = []
  state.push('heading_close', 'h1', -1)
  state.line = line + 1
  return true
}

function lineOf(state: StateBlock, line: number): string | undefined {
  const start = state.bMarks[line]
  const end = state.eMarks[line]
  if (start === undefined || end === undefined) return undefined
  return state.src.slice(start + (state.tShift[line] ?? 0), end)
}

/** `~x~` and `^x^` right after a letter or digit and not before one, with at most ten letters, digits or signs. */
function readScript(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  const marker = src[pos]
  if (marker !== '~' && marker !== '^') return false
  script.lastIndex = pos
  const match = script.exec(src)
  const after = pos + (match?.[0].length ?? 0)
  if (match === null || after > state.posMax || src[after - 1] !== marker) return false
  if (pos === 0 || !wordCharacter.test(src[pos - 1] ?? '') || wordCharacter.test(src[after] ?? '')) return false
  if (!silent) {
    const [type, tag] = marker === '^' ? ['sup', 'sup'] : ['sub', 'sub']
    state.push(`${type}_open`, tag ?? '', 1)
    state.push('text', '', 0).content = match[1] ?? ''
    state.push(`${type}_close`, tag ?? '', -1)
  }
  state.pos = after
  return true
}
