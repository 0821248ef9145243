import { revisionOf } from './read-outline'

/** A page with the text of a release: its headings, paragraphs, list items and tables as it is read from plain text. */
export function pageOf(text: string): string {
  const revision = revisionOf('a.txt', text)
  let body = ''
  let table: number | null = null
  for (const block of revision.blocks) {
    const words = escaped(revision.text.slice(block.start, block.end))
    if (table !== null && block.table?.n !== table) body += '</table>'
    if (block.table !== undefined && block.table.n !== table) body += '<table border="1">'
    table = block.table?.n ?? null
    if (table !== null)
      body += `<tr>${words
        .split('\t')
        .map(cell => `<td>${cell}</td>`)
        .join('')}</tr>`
    else body += element(block.role, words.replaceAll('\n', '<br>'))
  }
  if (table !== null) body += '</table>'
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Release</title></head><body>${body}</body></html>`
}

function element(role: string, words: string): string {
  if (role === 'headline') return `<h1>${words}</h1>`
  if (role === 'section-heading' || role === 'subhead') return `<h2>${words}</h2>`
  const at = words.indexOf(' ')
  return at < 0 ? `<p>${words}</p>` : `<p><b>${words.slice(0, at)}</b>${words.slice(at)}</p>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
