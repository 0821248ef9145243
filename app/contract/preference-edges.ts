/** The edges of what a person may set, in the units of `Preferences`. */
export const preferenceEdges = {
  textSize: { least: 15, most: 24, usual: 17 },
  columnWidth: { least: 80, most: 130, usual: 100 },
} as const
