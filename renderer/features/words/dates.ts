const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day as it is shown, `1 May 2018`, from `YYYY-MM-DD`; anything else as it stands. */
export function shownDate(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  const month = months[Number(parts?.[2]) - 1]
  return parts === null || month === undefined ? day : `${Number(parts[3])} ${month} ${parts[1]}`
}

/** `, there since 3 Mar 2026` of an instant in ISO 8601; empty where none is known. */
export function sinceWords(since: string | undefined): string {
  return since === undefined ? '' : `, there since ${shownDate(since.slice(0, 10))}`
}

/** `1 May 2026, 09:30`, at this machine's place. */
export function momentWords(at: string): string {
  const time = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return `${shownDate(day)}, ${two(time.getHours())}:${two(time.getMinutes())}`
}
