/** What can go wrong is in the return type; `throw` is for our own bugs. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}

/** A failure as code and facts; the window and the command line put it into words. */
export interface Problem<Code extends string = string> {
  readonly code: Code
  /** Facts for the sentence: a path, a line, a field, a limit. */
  readonly facts?: { readonly [name: string]: string | number }
}

export function problem<Code extends string>(
  code: Code,
  facts?: { readonly [name: string]: string | number },
): { readonly ok: false; readonly error: Problem<Code> } {
  return err(facts === undefined ? { code } : { code, facts })
}
