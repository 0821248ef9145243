/** Puts a text into a field in one step, as typing does, without waiting: for tests that hold the clock. */
export function typeText(field: Element, text: string): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  const setter = Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set
  setter?.call(field, text)
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
