import './tag-colours.css'

/** The palette's ids, which are what a tag's `colour` holds, with the names that people see. */
export const tagColours = [
  { id: 'red', name: 'Red' },
  { id: 'orange', name: 'Orange' },
  { id: 'ochre', name: 'Ochre' },
  { id: 'olive', name: 'Olive' },
  { id: 'green', name: 'Green' },
  { id: 'teal', name: 'Teal' },
  { id: 'blue', name: 'Blue' },
  { id: 'violet', name: 'Violet' },
  { id: 'pink', name: 'Pink' },
  { id: 'slate', name: 'Slate' },
] as const

/**
 * The CSS colour of a tag's `colour` in the theme that is shown: at least 3 to 1 on every surface that a tag is drawn on.
 * A value that the palette does not have is shown in the colour of the text; `undefined` for none.
 */
export function tagColour(colour: string | undefined): string | undefined {
  if (colour === undefined) return undefined
  return tagColours.some(({ id }) => id === colour) ? `var(--tag-${colour})` : 'var(--text-2)'
}

/** What a colour is called: `Teal`; a value that the palette does not have as it stands. */
export function tagColourName(colour: string | undefined): string {
  return colour === undefined ? 'None' : (tagColours.find(({ id }) => id === colour)?.name ?? colour)
}
