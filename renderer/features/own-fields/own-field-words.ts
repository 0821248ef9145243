import type { FieldKind } from '#annotations/model/own-fields'

/** What a field holds, as the window names it. */
export const holdsWords: { readonly [K in FieldKind]: string } = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  choice: 'Choice',
}

/** What to write where a typed value is none of the field's. */
export const wrongValueWords: { readonly [K in FieldKind]: string } = {
  text: '',
  number: 'Write a number, such as 12 or 3.5.',
  date: 'Write a day as YYYY-MM-DD.',
  choice: 'Take one of the choices.',
}
