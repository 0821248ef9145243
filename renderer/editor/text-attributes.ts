import type { Revision } from '#annotations/model/revision'
import { languageOf } from './language'

/** From this length on, blocks out of sight are not laid out. */
const longText = 100_000

export function isLong({ text }: Revision): boolean {
  return text.length > longText
}

/** The attributes of the element that holds the text of a revision: a text box to assistive technology, never corrected. */
export function textAttributes(revision: Revision): Record<string, string> {
  const language = languageOf(revision)
  return {
    class: 'editor-text',
    role: 'textbox',
    'aria-label': 'Document text',
    'aria-readonly': 'true',
    'aria-multiline': 'true',
    // Editable text takes the focus without it, but not everything that looks for such text knows.
    tabindex: '0',
    spellcheck: 'false',
    autocorrect: 'off',
    autocapitalize: 'off',
    translate: 'no',
    ...(language === undefined ? {} : { lang: language }),
    ...(isLong(revision) ? { 'data-long': '' } : {}),
  }
}
