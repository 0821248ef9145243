const bullet = /^\s*[-–*•‣◦⁃∙▪▫■□●○·➢✓]\s+\S/
const number = /^\s*(?:\(?(?:\d{1,2}|[ivx]{1,4})\)|\d{1,2}\.|\(?[a-z]\)|[a-z]\.)\s+\S/

/**
 * The kind of list marker that a line of plain text begins with, or null. A marker is a bullet, hyphen or en dash, or
 * a number of one or two digits, a lower-case letter or a small roman number with a dot or parenthesis, and a space
 * follows. Not a marker: an em dash, a year, a capital initial.
 */
export function listMarker(line: string): 'bullet' | 'number' | null {
  if (bullet.test(line)) return 'bullet'
  return number.test(line) ? 'number' : null
}
