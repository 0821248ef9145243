import { isDecimal } from '../../edit/set-claim'

/** A number of JSON as a decimal number in digits, without an exponent (`1e-7` is `0.0000001`). Finite numbers only. */
export function decimalOf(value: number): string {
  const written = String(value === 0 ? 0 : value)
  if (isDecimal(written)) return written
  const [mantissa = '', exponent = '0'] = written.split('e')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const point = whole.length + Number(exponent)
  const digits = whole + fraction
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}
