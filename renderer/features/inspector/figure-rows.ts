import type { Figure } from '#annotations/model/annotation'

/** A figure while it is typed: every field is a text, `row` tells rows apart. */
export interface FigureRow {
  readonly row: number
  readonly figure: Figure | undefined
  readonly asWritten: string
  readonly value: string
  readonly unit: string
}

/** The rows of the figures as they stand. */
export function rowsOf(figures: readonly Figure[]): FigureRow[] {
  return figures.map((figure, row) => ({
    row,
    figure,
    asWritten: figure.asWritten,
    value: figure.upTo === undefined ? grouped(figure.value) : `${grouped(figure.value)}–${grouped(figure.upTo)}`,
    unit: figure.unit ?? '',
  }))
}

/** A row for a figure that is not there yet. */
export function newRow(rows: readonly FigureRow[]): FigureRow {
  const row = rows.reduce((last, one) => Math.max(last, one.row), -1) + 1
  return { row, figure: undefined, asWritten: '', value: '', unit: '' }
}

/** Digits with a narrow space before each three, where they are five or more: a comma would be a decimal one to some. */
function grouped(value = ''): string {
  return value.replace(/^-?\d{5,}/, digits => digits.replace(/\B(?=(?:\d{3})+$)/g, '\u202f'))
}

const decimal = '-?(?:\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+|\\d+)(?:\\.\\d+)?'
/** A decimal number, with spaces between thousands or without, or two with a dash or `to` between them. */
const decimals = new RegExp(`^(${decimal})(?:\\s*(?:–|-|\\bto\\b)\\s*(${decimal}))?$`)

/** Of each column of the table the share that its longest text needs, in per cent of the width; the rest is for removing. */
export function columnShares(rows: readonly FigureRow[]): { readonly [C in 'value' | 'unit' | 'written']: number } {
  const longest = (text: (row: FigureRow) => string, least: number, most: number) =>
    Math.min(most, Math.max(least, ...rows.map(row => text(row).length))) + 2
  // Digits are wider than letters.
  const value = 1.25 * longest(row => row.value, 4, 15)
  const unit = longest(row => row.unit, 4, 28)
  const written = longest(row => row.asWritten, 10, 22)
  const each = 91 / (value + unit + written)
  return { value: value * each, unit: unit * each, written: written * each }
}

/** What is wrong with a typed value, in words; `undefined` for a decimal number, a range of two and for none. */
export function valueProblem(value: string): string | undefined {
  const typed = value.trim()
  return typed === '' || decimals.test(typed)
    ? undefined
    : `Write ${typed} as a decimal number in digits, like 12.5, or as a range, like 2–3.`
}

/** A figure as a person says it: the number as written and its unit, once. */
export function figureWords({ asWritten, unit }: Figure): string {
  const said = unit === undefined || unit === '%' || asWritten.includes(unit)
  return said ? asWritten : `${asWritten} ${unit}`
}

/**
 * The figures that the rows say; rows with nothing in them are left out. What is typed as a value and is no number
 * leaves the value as it was, and stands for what is written where that is empty.
 */
export function figuresOf(rows: readonly FigureRow[]): Figure[] {
  return rows.filter(row => `${row.asWritten}${row.value}${row.unit}`.trim() !== '').map(figureOf)
}

function figureOf({ figure, asWritten, value, unit }: FigureRow): Figure {
  const { value: before = '', upTo: upToBefore, unit: _unit, ...rest } = figure ?? { asWritten: '' }
  const typed = value.trim()
  const [, number = '', upTo] = valueProblem(typed) === undefined ? numbersIn(typed) : ['', before, upToBefore]
  const words = asWritten.trim()
  return {
    ...rest,
    asWritten: words === '' ? typed : words,
    ...(number === '' ? {} : { value: number }),
    ...(upTo === undefined ? {} : { upTo }),
    ...(unit.trim() === '' ? {} : { unit: unit.trim() }),
  }
}

/** The numbers of a typed value, without the spaces between thousands. */
function numbersIn(typed: string): (string | undefined)[] {
  return [...(decimals.exec(typed) ?? [])].map(number => number?.replace(/\s/gu, ''))
}

/** Whether two lists of figures say the same in the fields that the table shows. */
export function sameFigures(a: readonly Figure[], b: readonly Figure[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at]
      return (
        one.asWritten === other?.asWritten &&
        one.value === other.value &&
        one.upTo === other.upTo &&
        one.unit === other.unit
      )
    })
  )
}
