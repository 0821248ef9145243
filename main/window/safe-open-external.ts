import { shell } from 'electron'
import type { Dialogs } from '#app/ports/dialogs'

const schemes = new Set(['http:', 'https:', 'mailto:'])

/** True for an address that may be handed to the system at all: http, https or mailto. */
export function mayLeaveTo(address: string): boolean {
  try {
    return schemes.has(new URL(address).protocol)
  } catch {
    return false
  }
}

/** The one way out: shows the address and asks before the system's browser opens it. */
export async function safeOpenExternal(address: string, dialogs: Dialogs): Promise<boolean> {
  if (!mayLeaveTo(address) || !(await dialogs.mayOpen(address))) return false
  await shell.openExternal(new URL(address).href)
  return true
}
