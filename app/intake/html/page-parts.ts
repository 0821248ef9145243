import { attributeOf, elementsOf, type HtmlElement, type HtmlParent, isElement } from './parse-html'

/** Elements whose text is not text of the page: code, controls, other media and what stands in for them. */
const silent = new Set(
  (
    'head script style noscript template iframe object embed applet canvas audio video svg math picture map button input ' +
    'select textarea datalist label legend progress meter nav menu dialog del rp frameset noframes'
  )
    .split(' ')
    .concat('title'),
)

const asideRoles = new Set(
  'navigation banner contentinfo search dialog alertdialog complementary menu menubar toolbar tablist alert status'.split(
    ' ',
  ),
)

/** Words of classes and ids that name what stands around a text. */
const around =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|onetrust|breadcrumbs?|share|sharing|social|newsletter|subscribe|related|sidebar|menu|navbar|navigation|skip|skiplink|pagination|pager|comments|advert|advertisement|ads|popup|modal|masthead)(?:$|[\s_-])|(?:^|\s)(?:(?:site|page|global|main)[_-]?(?:header|footer|nav)|(?:header|footer)[_-]?(?:site|page|global|nav|links)|nav|header|footer|sr-only|visually-hidden|screen-reader-text)(?:$|\s)/i

/** Counts the words below elements once; the many questions of `isAround` would make a large page slow. */
export class PageWords {
  readonly #all = new Map<HtmlParent, number>()
  readonly #linked = new Map<HtmlParent, number>()

  constructor(root: HtmlParent) {
    this.#count(root, false)
  }

  of(node: HtmlParent): number {
    return this.#all.get(node) ?? 0
  }

  /** Words that are links. */
  linked(node: HtmlParent): number {
    return this.#linked.get(node) ?? 0
  }

  #count(node: HtmlParent, linked: boolean): void {
    let [all, links] = [0, 0]
    const link = linked || (isElement(node) && node.tagName === 'a')
    for (const child of node.childNodes) {
      if (child.nodeName === '#text' && 'value' in child) {
        const words = child.value.match(/\S+/g)?.length ?? 0
        all += words
        if (link) links += words
      } else if (isElement(child) && !silent.has(child.tagName)) {
        this.#count(child, link)
        all += this.of(child)
        links += this.linked(child)
      }
    }
    this.#all.set(node, all)
    this.#linked.set(node, links)
  }
}

/** Marks of notes that a word processor numbers by itself, and a line that gives the number of the page. */
function isGenerated(element: HtmlElement): boolean {
  const { tagName } = element
  if (tagName === 'a') return /^sd(?:foot|end)note(?:anc|sym)$/.test(attributeOf(element, 'class') ?? '')
  return tagName === 'p' && elementsOf(element).some(isPageNumber)
}

function isPageNumber(element: HtmlElement): boolean {
  return element.tagName === 'sdfield' && attributeOf(element, 'type') === 'PAGE'
}

/** True for what is not text of the page wherever it stands. */
export function isSilent(element: HtmlElement): boolean {
  if (silent.has(element.tagName) || attributeOf(element, 'hidden') !== null || isGenerated(element)) return true
  if (attributeOf(element, 'aria-hidden') === 'true') return true
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(element, 'style') ?? '')
}

/**
 * The part of a page that is its article: the one `main`, within it or the page the one `article` that has most of the words;
 * else the whole body. In doubt more rather than less.
 */
export function articleOf(page: HtmlParent, words: PageWords): HtmlParent {
  const elements = elementsOf(page)
  const body = elements.find(({ tagName }) => tagName === 'body') ?? page
  const mains = elements.filter(element => element.tagName === 'main' || attributeOf(element, 'role') === 'main')
  const main = largest(mains, words)
  const inside = main !== null && words.of(main) >= words.of(body) / 5 ? main : body
  const article = largest(
    elementsOf(inside).filter(({ tagName }) => tagName === 'article'),
    words,
  )
  return article !== null && words.of(article) >= words.of(inside) * 0.6 ? article : inside
}

function largest(elements: readonly HtmlElement[], words: PageWords): HtmlElement | null {
  return elements.reduce<HtmlElement | null>(
    (best, element) => (best === null || words.of(element) > words.of(best) ? element : best),
    null,
  )
}

/**
 * True for what stands around the article inside of `root`: menus, headers and footers of the page, cookie notices, share bars
 * and lists of links. What has more than half of the words of `root` is never around it.
 */
export function isAround(element: HtmlElement, root: HtmlParent, words: PageWords): boolean {
  if (words.of(element) > words.of(root) / 2) return false
  if (asideRoles.has(attributeOf(element, 'role') ?? '')) return true
  const { tagName } = element
  const whole = !isElement(root) || root.tagName === 'body'
  if (whole && (tagName === 'header' || tagName === 'footer') && !hasHeadline(element)) return true
  if (tagName === 'aside') return words.linked(element) > words.of(element) / 2
  const named = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`
  if (named.length < 500 && around.test(named) && !hasHeadline(element)) return true
  return whole && ['ul', 'ol', 'div', 'table'].includes(tagName) && isMenu(element, words)
}

function hasHeadline(element: HtmlElement): boolean {
  return element.tagName === 'h1' || elementsOf(element).some(({ tagName }) => tagName === 'h1')
}

/** Three or more links with few words each, and nearly nothing else. */
function isMenu(element: HtmlElement, words: PageWords): boolean {
  const linked = words.linked(element)
  if (linked < 3 || linked < words.of(element) * 0.9) return false
  const links = elementsOf(element).filter(({ tagName }) => tagName === 'a').length
  return links >= 3 && linked / links <= 4
}
