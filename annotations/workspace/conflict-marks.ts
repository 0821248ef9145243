/** A line by which Git parts the sides of a conflict; longer ones part the sides of a conflict of an ancestor. */
const mark = /^(?:<{7,}|={7,}|>{7,}|\|{7,})(?: .*)?\r?$/

const anyMark = new RegExp(mark.source, 'm')

/** True for a text in which Git left the marks of a conflict. No line of ours begins like one. */
export function isConflicted(text: string): boolean {
  return anyMark.test(text)
}

/** The lines of a text that are no marks of a conflict: those of both sides, and of their ancestor where Git shows it. */
export function withoutMarks(text: string): string[] {
  return text.split('\n').filter(line => !mark.test(line))
}
