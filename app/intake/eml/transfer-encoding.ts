const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Map([...letters].map((letter, value) => [letter.charCodeAt(0), value]))
const equals = 0x3d

/** The bytes of a part from its characters, each of them a byte, by `Content-Transfer-Encoding`; an unknown one changes nothing. */
export function decodeTransfer(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return decodeBase64(body)
  return encoding === 'quoted-printable' ? decodeQuoted(body) : toBytes(body)
}

/** Bytes of characters of which each is a byte. */
export function toBytes(body: string): Uint8Array {
  const bytes = new Uint8Array(body.length)
  for (let i = 0; i < body.length; i++) bytes[i] = body.charCodeAt(i)
  return bytes
}

/** Bytes of base64; what is no letter of it is passed over, and a group that is cut gives the bytes that it has. */
export function decodeBase64(body: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((body.length * 3) / 4))
  let [length, bits, group] = [0, 0, 0]
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i)
    if (code === equals) [bits, group] = [0, 0]
    const value = values.get(code)
    if (value === undefined) continue
    group = ((group << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[length] = (group >> bits) & 0xff
    length += 1
  }
  return bytes.subarray(0, length)
}

/** Bytes of quoted-printable; an `=` that begins nothing known is itself, line ends become LF. */
export function decodeQuoted(body: string): Uint8Array {
  const lines = body.split('\n').map(withoutEndSpace)
  const text = lines
    .join('\n')
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return toBytes(text)
}

/** White space at the end of a line came on the way; a pattern for it would take long over a long run. */
function withoutEndSpace(line: string): string {
  let end = line.length
  while (end > 0 && ' \t\r'.includes(line[end - 1] ?? '')) end -= 1
  return line.slice(0, end)
}
