import { useState } from 'react'
import type { SpeakerId } from '#annotations/model/ids'
import { foundSpeakers } from './found-speakers'
import type { SpeakerList, SpeakerRow } from './speaker-list'

/** What stands beside the list. */
export type SpeakersPane = 'details' | 'merge' | 'near' | 'removed'

/** What of the speakers is looked at. */
export interface SpeakerChoice {
  readonly shown: readonly SpeakerRow[]
  /** The speaker that is selected: the one chosen, else the first that is shown. */
  readonly selected: SpeakerRow | undefined
  readonly pane: SpeakersPane
  readonly search: string
  setPane(pane: SpeakersPane): void
  setSearch(text: string): void
  /** Selects a speaker; nothing for `undefined`. */
  show(speaker: SpeakerId | undefined): void
  /** The one that is to be selected once another is gone. */
  neighbourOf(speaker: SpeakerId): SpeakerId | undefined
}

export function useSpeakerChoice(list: SpeakerList): SpeakerChoice {
  const [wanted, setWanted] = useState<SpeakerId | undefined>(list.speakers[0]?.id)
  const [pane, setPane] = useState<SpeakersPane>('details')
  const [search, setSearch] = useState('')
  const shown = foundSpeakers(list.speakers, search)
  const selected = shown.find(({ id }) => id === wanted) ?? shown[0]
  return {
    shown,
    selected,
    pane,
    search,
    setPane,
    setSearch,
    show: speaker => {
      if (speaker === undefined) return
      if (!shown.some(({ id }) => id === speaker)) setSearch('')
      setWanted(speaker)
      setPane('details')
    },
    neighbourOf: speaker => {
      const at = shown.findIndex(({ id }) => id === speaker)
      return (shown[at + 1] ?? shown[at - 1])?.id
    },
  }
}
