/** The entries whose name or an alias contains what is looked for, whatever the case and the accents. */
export function foundEntries<Entry extends { readonly name: string; readonly aliases?: readonly string[] }>(
  entries: readonly Entry[],
  search: string,
): readonly Entry[] {
  const wanted = plain(search)
  if (wanted === '') return entries
  return entries.filter(({ name, aliases = [] }) => [name, ...aliases].some(one => plain(one).includes(wanted)))
}

function plain(text: string): string {
  return text
    .trim()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLocaleLowerCase()
}
