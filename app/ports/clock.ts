import type { Instant } from '#annotations/model/ids'

/** The time of day, as ISO 8601 in UTC with milliseconds. */
export interface Clock {
  now(): Instant
}
