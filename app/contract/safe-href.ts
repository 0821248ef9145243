const allowed = new Set(['http:', 'https:', 'mailto:'])

/**
 * A link's address in the form the URL standard writes it, or null: only absolute http, https and mailto addresses of at
 * most 2,048 code units become links; relative ones have no base in a file.
 */
export function safeHref(href: string): string | null {
  if (href.length > 2048) return null
  try {
    const url = new URL(href)
    return allowed.has(url.protocol) ? url.href : null
  } catch {
    return null
  }
}
