import { entryName, hasControls } from '../../model/entry-name'
import { isJsonObject, type Json } from '../../model/json'
import type { TextRange } from '../../model/revision'
import { cutsPair } from '../../model/segments'
import type { InputCode, InputProblem } from './pressmark-input'

export type JsonObject = { readonly [key: string]: Json }

/** Reads members of one entry and notes the first that is wrong; what it returns then is not to be used. */
export class InputCheck {
  problem: InputProblem | undefined
  private readonly entry: number

  constructor(entry: number) {
    this.entry = entry
  }

  fail(field: string, code: InputCode): undefined {
    this.problem ??= { entry: this.entry, field, code }
    return undefined
  }

  /** A member; `undefined` where it is absent or `null`. */
  private given(of: JsonObject, name: string): Exclude<Json, null> | undefined {
    const value = Object.hasOwn(of, name) ? of[name] : undefined
    return value === null ? undefined : value
  }

  text(of: JsonObject, name: string, at = ''): string | undefined {
    const value = this.given(of, name)
    if (value === undefined || typeof value === 'string') return value
    return this.fail(at + name, 'wrong-value')
  }

  /** A text that says something; its white space stays, other control characters are refused. */
  name(of: JsonObject, name: string, at = ''): string | undefined {
    const value = this.text(of, name, at)
    if (value === undefined) return undefined
    if (hasControls(entryName(value))) return this.fail(at + name, 'control-character')
    return value.trim() !== '' ? value : this.fail(at + name, 'wrong-value')
  }

  word<Word extends string>(of: JsonObject, name: string, words: readonly Word[], at = ''): Word | undefined {
    const value = this.text(of, name, at)
    if (value === undefined) return undefined
    return words.find(word => word === value) ?? this.fail(at + name, 'wrong-value')
  }

  object(of: JsonObject, name: string, at = ''): JsonObject | undefined {
    const value = this.given(of, name)
    if (value === undefined || isJsonObject(value)) return value
    return this.fail(at + name, 'wrong-value')
  }

  list(of: JsonObject, name: string, at = ''): readonly Json[] | undefined {
    const value = this.given(of, name)
    if (value === undefined || isList(value)) return value
    return this.fail(at + name, 'wrong-value')
  }

  /** A list of objects, each read with its path (`target[0].`). */
  objects<T>(
    of: JsonObject,
    name: string,
    at: string,
    read: (item: JsonObject, at: string) => T | undefined,
  ): T[] | undefined {
    return this.list(of, name, at)?.flatMap((item, i) => {
      const path = `${at}${name}[${i}]`
      const value = isJsonObject(item) ? read(item, `${path}.`) : this.fail(path, 'wrong-value')
      return value === undefined ? [] : [value]
    })
  }

  /** A range of `text` with `start` and `end`; `exact`, where given, must be what stands there. */
  range(of: JsonObject, at: string, text: string): TextRange | undefined {
    const start = this.offset(of, 'start', at, text)
    const end = this.offset(of, 'end', at, text)
    if (start === undefined || end === undefined) return undefined
    if (start >= end) return this.fail(`${at}end`, 'empty-range')
    const exact = this.text(of, 'exact', at)
    if (exact !== undefined && exact !== text.slice(start, end)) return this.fail(`${at}exact`, 'exact-differs')
    return { start, end }
  }

  private offset(of: JsonObject, name: string, at: string, text: string): number | undefined {
    const value = this.given(of, name)
    if (value === undefined) return this.fail(at + name, 'missing')
    if (typeof value !== 'number' || !Number.isInteger(value)) return this.fail(at + name, 'wrong-value')
    if (value < 0 || value > text.length) return this.fail(at + name, 'outside-text')
    return cutsPair(text, value) ? this.fail(at + name, 'cuts-character') : value
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
