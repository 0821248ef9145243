import { useRef } from 'react'

/** A new object for every announcement, so that the same words are read out again. */
export interface Announcement {
  readonly text: string
}

/** Reads out what a command did, when the reader is quiet; shows nothing. */
export function LiveRegion({ announcement }: { readonly announcement?: Announcement | undefined }) {
  const last = useRef({ announcement, n: 0 })
  if (last.current.announcement !== announcement) last.current = { announcement, n: last.current.n + 1 }
  return (
    <div className="pm-vh" role="log" aria-live="polite" aria-label="Announcements">
      {announcement !== undefined && <p key={last.current.n}>{announcement.text}</p>}
    </div>
  )
}
