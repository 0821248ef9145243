import type { ListedAnnotation, ListedAnnotations } from '../annotation-name'

/** A list of these rows. */
export function listOf(rows: readonly ListedAnnotation[]): ListedAnnotations {
  return {
    length: rows.length,
    at: index => rows[index],
    placeOf: wanted => rows.findIndex(({ id }) => id === wanted),
  }
}

/** All rows of a list. */
export function rowsOf(list: ListedAnnotations): ListedAnnotation[] {
  return Array.from({ length: list.length }, (_, index) => list.at(index) ?? []).flat()
}
