const marker = /^(?:<{7}|>{7})(?: .*)?\r?$/m

/** True for a text in which Git left the markers of a conflict. No line of ours begins like one. */
export function isConflicted(text: string): boolean {
  return marker.test(text)
}

/**
 * The two files that a conflict of Git was made of, each as its writer had it; `undefined` where a marker is missing.
 * The common ancestor, which the style `diff3` adds, is left out: to unite the two sides needs none.
 */
export function sidesOfConflict(text: string): { readonly ours: string; readonly theirs: string } | undefined {
  const ours: string[] = []
  const theirs: string[] = []
  let side: 'both' | 'ours' | 'base' | 'theirs' = 'both'
  let conflicts = 0
  for (const line of text.split('\n')) {
    if (side === 'both' && /^<{7}(?: |\r?$)/.test(line)) {
      side = 'ours'
      conflicts += 1
    } else if (side === 'ours' && /^\|{7}(?: |\r?$)/.test(line)) side = 'base'
    else if ((side === 'ours' || side === 'base') && /^={7}\r?$/.test(line)) side = 'theirs'
    else if (side === 'theirs' && /^>{7}(?: |\r?$)/.test(line)) side = 'both'
    else {
      if (side === 'both' || side === 'ours') ours.push(line)
      if (side === 'both' || side === 'theirs') theirs.push(line)
    }
  }
  if (conflicts === 0 || side !== 'both') return undefined
  return { ours: ours.join('\n'), theirs: theirs.join('\n') }
}
