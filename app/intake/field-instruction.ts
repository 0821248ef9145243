import { safeHref } from '#app/contract/safe-href'

/** What a field's instruction makes of its result: a link's address, or a number that the page gives. */
export function readInstruction(code: string): { readonly href: string | null; readonly pageNumber: boolean } {
  const address = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"?([^"\s]+)/i.exec(code)?.[1]
  const pageNumber = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(code)
  return { href: address === undefined ? null : safeHref(address), pageNumber }
}
