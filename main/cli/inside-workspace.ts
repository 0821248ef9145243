import { relative, sep } from 'node:path'

/** True for a place among the files that are the workspace. */
export function isInside(workspace: string, path: string): boolean {
  const [first = '', ...rest] = relative(workspace, path).split(sep)
  if (rest.length === 0) return first === 'workspace.json'
  return ['annotators', 'codebook', 'speakers', 'claims', 'settings', 'documents'].includes(first)
}
