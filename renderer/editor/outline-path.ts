/** A box of one line, in CSS pixels of the page. */
export interface LineBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * An SVG path round lines of text as one shape: each line is `grow` larger on every side, and neighbours meet halfway.
 * Lines that have nothing above one another become shapes of their own.
 */
export function outlinePath(lines: readonly LineBox[], grow: number): string {
  const shapes: LineBox[][] = []
  for (const line of lines) {
    const shape = shapes[shapes.length - 1]
    const above = shape?.[shape.length - 1]
    const connected =
      above !== undefined &&
      line.left < above.right &&
      above.left < line.right &&
      line.top - above.bottom < line.bottom - line.top
    if (shape !== undefined && connected) shape.push(line)
    else shapes.push([line])
  }
  return shapes.map(shape => shapePath(shape, grow)).join(' ')
}

/** Down the right-hand side and up the left-hand one. */
function shapePath(lines: readonly LineBox[], grow: number): string {
  const right: string[] = []
  const left: string[] = []
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1]
    const below = lines[i + 1]
    const top = above === undefined ? line.top - grow : (above.bottom + line.top) / 2
    const bottom = below === undefined ? line.bottom + grow : (line.bottom + below.top) / 2
    right.push(point(line.right + grow, top), point(line.right + grow, bottom))
    left.unshift(point(line.left - grow, bottom), point(line.left - grow, top))
  }
  return `M${[...right, ...left].join('L')}Z`
}

/** Whole pixels, so that an even stroke is sharp. */
function point(x: number, y: number): string {
  return `${Math.round(x)} ${Math.round(y)}`
}
