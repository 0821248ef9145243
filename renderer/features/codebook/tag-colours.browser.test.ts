import { afterEach, describe, expect, test } from 'vitest'
import '../../theme/tokens.css'
import { tagColour, tagColourName, tagColours } from './tag-colours'

afterEach(() => {
  delete document.documentElement.dataset.theme
})

/** Everything that a tag's dot is drawn on. */
const surfaces = ['paper', 'raised', 'pane', 'selected', 'hover', 'accent-soft', 'well']

/** Red, green and blue of a CSS colour as the browser reads it, 0 to 255. */
function channels(colour: string): readonly number[] {
  const canvas = document.createElement('canvas').getContext('2d')
  if (canvas === null) throw new Error('no canvas')
  canvas.fillStyle = colour
  canvas.fillRect(0, 0, 1, 1)
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour).map(value => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

describe.each(['light', 'dark'])('in the %s theme', theme => {
  test.each(tagColours.map(({ id }) => id))('%s stands out 3 to 1 on every surface', id => {
    document.documentElement.dataset.theme = theme
    const colour = token(`tag-${id}`)
    expect(colour).toMatch(/^#[0-9a-f]{6}$/)
    for (const surface of surfaces) expect(contrast(colour, token(surface)), surface).toBeGreaterThanOrEqual(3)
  })
})

test('a colour that the palette does not have is shown as text is, and named as it stands', () => {
  expect(tagColour('teal')).toBe('var(--tag-teal)')
  expect(tagColour('#ff0000')).toBe('var(--text-2)')
  expect(tagColour(undefined)).toBeUndefined()
  expect(['teal', '#ff0000', undefined].map(tagColourName)).toEqual(['Teal', '#ff0000', 'None'])
})
