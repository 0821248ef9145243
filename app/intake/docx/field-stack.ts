import { readInstruction } from '../field-instruction'

interface Field {
  code: string
  inResult: boolean
}

/** The fields that a place of the text stands in; they nest, and may begin and end in different paragraphs. */
export class FieldStack {
  readonly #fields: Field[] = []

  begin(): void {
    this.#fields.push({ code: '', inResult: false })
  }

  /** From here on comes the result of the innermost field. */
  separate(): void {
    const field = this.#fields[this.#fields.length - 1]
    if (field !== undefined) field.inResult = true
  }

  end(): void {
    this.#fields.pop()
  }

  /** Adds to the instruction of the innermost field; of an endless one only its start matters. */
  addCode(text: string): void {
    const field = this.#fields[this.#fields.length - 1]
    if (field !== undefined && !field.inResult && field.code.length < 4096) field.code += text
  }

  /** True where text is part of an instruction and not shown. */
  get inCode(): boolean {
    return this.#fields.some(({ inResult }) => !inResult)
  }

  get inPageNumber(): boolean {
    return this.#fields.some(({ code, inResult }) => inResult && readInstruction(code).pageNumber)
  }

  /** The address of the innermost link, or null. */
  get href(): string | null {
    for (let i = this.#fields.length - 1; i >= 0; i--) {
      const href = readInstruction(this.#fields[i]?.code ?? '').href
      if (href !== null) return href
    }
    return null
  }
}
