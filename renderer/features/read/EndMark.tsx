import './EndMark.css'

export interface EndMarkProps {
  readonly source?: string | undefined
  /** Length of the text in characters. */
  readonly characters: number
}

/** What stands under the last block: that the text ends here, its file and its length. */
export function EndMark({ source, characters }: EndMarkProps) {
  const length = characters.toLocaleString('en')
  return (
    <p className="pm-end-mark pm-num">
      {['End of text', source, `${length} characters`].filter(part => part !== undefined).join(' · ')}
    </p>
  )
}
