import { isJsonObject, type Json } from '#annotations/model/json'
import type { MetaName } from '#annotations/model/revision'
import { findWrittenMoment } from '#annotations/structure/written-time'

/** A value of metadata as it is shown and typed: one line, of contacts a line each. */
export function factText(name: MetaName, value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  if (name === 'contacts') return Array.isArray(value) ? value.map(contactText).join('\n') : ''
  if (typeof value === 'string') return value
  if (!isJsonObject(value)) return ''
  if (typeof value.text === 'string') return value.text
  return [value.date, value.time, value.zone].filter(part => typeof part === 'string').join(' ')
}

/** What a text means as a value; `null` for an empty one, `undefined` where it cannot be read. */
export function factValue(name: MetaName, typed: string): Json | undefined {
  const text = typed.trim()
  if (text === '') return null
  if (name === 'contacts') return text.split('\n').flatMap(line => (line.trim() === '' ? [] : [readContact(line)]))
  if (name === 'language') return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text) ? text : undefined
  if (name !== 'published' && name !== 'embargo') return text
  const moment = findWrittenMoment(text)
  if (name === 'embargo') return { text, ...(moment === null ? {} : plain(moment)) }
  return moment === null ? undefined : plain(moment)
}

function plain({ date, time, zone }: { date: string; time?: string; zone?: string }): { [name: string]: Json } {
  return { date, ...(time === undefined ? {} : { time }), ...(zone === undefined ? {} : { zone }) }
}

function contactText(contact: Json): string {
  if (typeof contact === 'string') return contact
  if (!isJsonObject(contact)) return ''
  return [contact.name, contact.email, contact.phone].filter(part => typeof part === 'string').join(', ')
}

/** Name, e-mail and phone parted by commas, in any order. */
function readContact(line: string): { [name: string]: Json } {
  const parts = line.split(',').map(part => part.trim())
  const email = parts.find(part => part.includes('@'))
  const phone = parts.find(part => !part.includes('@') && part.replace(/\D/g, '').length >= 5)
  const name = parts.filter(part => part !== '' && part !== email && part !== phone).join(', ')
  return {
    ...(name === '' ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  }
}
