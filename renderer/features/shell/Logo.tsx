/** The mark of the program. */
export function Logo() {
  return (
    <svg className="pm-logo" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <rect width="20" height="20" rx="5" fill="var(--accent)" />
      <path
        d="M7.6 4.2H5.2v7.4h2.4M12.4 4.2h2.4v7.4h-2.4M5 14.2h10M5 16.4h10"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="1.5"
      />
    </svg>
  )
}
