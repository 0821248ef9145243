import { hostileArchives } from './hostile/archives'
import type { HostileFile } from './hostile/hostile-file'
import { hostileOffice } from './hostile/office'
import { hostileMsgs } from './hostile/outlook'
import { hostilePages } from './hostile/pages'
import { hostilePdfs } from './hostile/pdfs'
import { hostileTexts } from './hostile/texts'

// Imported by tests only.

/** All files that are made to harm. `address`: of a server that must never be asked. */
export function hostileFiles(address: string): readonly HostileFile[] {
  return [
    ...hostileOffice(address),
    ...hostilePages(address),
    ...hostileMsgs(address),
    ...hostilePdfs(address),
    ...hostileTexts(address),
    ...hostileArchives,
  ]
}
