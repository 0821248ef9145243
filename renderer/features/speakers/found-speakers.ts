import type { SpeakerRow } from './speaker-list'

/** The speakers whose name or an alias contains what is looked for. */
export function foundSpeakers(speakers: readonly SpeakerRow[], search: string): readonly SpeakerRow[] {
  const wanted = plain(search)
  if (wanted === '') return speakers
  return speakers.filter(({ name, aliases }) => [name, ...aliases].some(one => plain(one).includes(wanted)))
}

function plain(text: string): string {
  return text
    .trim()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLocaleLowerCase()
}
