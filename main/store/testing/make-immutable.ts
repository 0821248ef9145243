import { execFileSync } from 'node:child_process'
import type { OnFinished } from './temporary-folder'

/** True where this user may make files immutable here; permissions mean nothing to root. */
export async function makeImmutable(onFinished: OnFinished, path: string): Promise<boolean> {
  try {
    execFileSync('chattr', ['+i', path], { stdio: 'ignore' })
  } catch {
    return false
  }
  onFinished(async () => void execFileSync('chattr', ['-i', path]))
  return true
}
