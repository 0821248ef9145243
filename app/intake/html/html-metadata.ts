import type { Finding, MetaName } from '#annotations/model/revision'
import { safeHref } from '#app/contract/safe-href'
import { publishedIso } from '../date-of'
import type { ReadBlocks } from '../read-blocks'
import { titleFinding } from '../title-finding'
import { attributeOf, elementsOf, type HtmlElement, type HtmlParent, rawText } from './parse-html'

const dateNames = [
  'article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dcterms.date',
  'pubdate',
  'dcterms.created',
]

/**
 * What a page says of itself outside of its text: day of publication, address, language, issuer, and as a spare its title,
 * for a text without a headline. Values longer than 1,000 code units are none.
 */
export function pageFindings(page: HtmlParent): Pick<ReadBlocks, 'found' | 'spare'> {
  const elements = elementsOf(page)
  const metas = metaValues(elements)
  const canonical = elements.find(element => element.tagName === 'link' && attributeOf(element, 'rel') === 'canonical')
  const lang = elements.filter(({ tagName }) => tagName === 'html').map(html => attributeOf(html, 'lang'))[0]
  const title = elements.find(({ tagName }) => tagName === 'title')
  const address = safeHref((canonical && attributeOf(canonical, 'href')) ?? metas.get('og:url') ?? '')
  return {
    found: [
      ...published(elements, metas),
      ...text('url', address?.startsWith('http') ? address : null),
      ...text('language', language(lang ?? null)),
      ...text('issuer', metas.get('og:site_name') ?? metas.get('dc.publisher')),
    ],
    spare: titleFinding(metas.get('og:title') ?? (title === undefined ? '' : rawText(title))),
  }
}

function metaValues(elements: readonly HtmlElement[]): Map<string, string> {
  const values = new Map<string, string>()
  for (const element of elements) {
    if (element.tagName !== 'meta') continue
    const named = attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? attributeOf(element, 'itemprop')
    const content = attributeOf(element, 'content')
    const name = named?.toLowerCase()
    if (name !== undefined && content !== null && !values.has(name)) values.set(name, content)
  }
  return values
}

function published(elements: readonly HtmlElement[], metas: ReadonlyMap<string, string>): Finding[] {
  for (const name of dateNames) {
    const found = publishedIso(metas.get(name))
    if (found.length > 0) return found
  }
  const time = elements.find(
    element =>
      element.tagName === 'time' &&
      (attributeOf(element, 'itemprop') === 'datePublished' || attributeOf(element, 'pubdate') !== null),
  )
  const found = publishedIso(time && attributeOf(time, 'datetime'))
  if (found.length > 0) return found
  const scripts = elements.filter(element => attributeOf(element, 'type') === 'application/ld+json')
  const written = scripts.map(script => /"datePublished"\s*:\s*"([^"]{1,40})"/.exec(rawText(script))?.[1])
  return publishedIso(written.find(value => value !== undefined))
}

function language(lang: string | null): string | null {
  return lang !== null && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(lang) ? lang : null
}

function text(name: MetaName, written: string | null | undefined): Finding[] {
  const value =
    written
      ?.normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim() ?? ''
  return value === '' || value.length > 1000 ? [] : [{ name, value, how: 'file' }]
}
