import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isJsonObject } from '#annotations/model/json'

/** Where the window was, in CSS pixels. */
export interface WindowBounds {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly maximised?: boolean
}

/** What the window needs to know before all else. */
export interface WindowLook {
  readonly bounds: WindowBounds
  readonly theme: 'system' | 'light' | 'dark'
}

const usual: WindowLook = { bounds: { width: 1440, height: 900 }, theme: 'system' }

/**
 * Place, size and theme of the window as the profile below a user folder has them, read without its schema, so that
 * the window need not wait for what reads the rest. What is missing or wrong is as usual.
 */
export function readWindowLook(userFolder: string): WindowLook {
  const profile = readJson(join(userFolder, 'profile.json'))
  if (!isJsonObject(profile)) return usual
  const theme = profile.theme === 'light' || profile.theme === 'dark' ? profile.theme : usual.theme
  return { theme, bounds: isJsonObject(profile.window) ? boundsIn(profile.window) : usual.bounds }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function boundsIn(value: { readonly [name: string]: unknown }): WindowBounds {
  const { x, y, width, height, maximised } = value
  if (!isLength(width) || !isLength(height)) return usual.bounds
  const place = Number.isInteger(x) && Number.isInteger(y) ? { x: x as number, y: y as number } : {}
  return { ...place, width, height, ...(maximised === true ? { maximised } : {}) }
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value >= 100 && value <= 100_000
}
