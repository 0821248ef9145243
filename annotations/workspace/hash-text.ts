import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of the UTF-8 bytes of a text, in 64 lower-case hexadecimal digits. */
export type HashText = (utf8: string) => string

/** `HashText` in plain ECMAScript. Where the machine has a faster one, it is passed in its place. */
export const hashText: HashText = text => bytesToHex(sha256(utf8ToBytes(text)))
