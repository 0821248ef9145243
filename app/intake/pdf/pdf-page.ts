/**
 * A piece of a line as pdf.js gives it: text of one font that stands together. Lengths are points of the page as it is
 * shown, from its upper left corner; `y` is the baseline.
 */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly strong: boolean
  readonly em: boolean
  readonly href?: string
  /** White space stands before it. */
  readonly spaced: boolean
  /** Its number in the order in which the file draws, from 0. */
  readonly n: number
  /** The marked content of the structure tree that it belongs to; null for what the tree leaves out. */
  readonly content: string | null
  /** The file says that it is no part of the text: a running head, a decoration. */
  readonly artifact: boolean
  /** Turned text, such as a mark along the edge of the page. */
  readonly turned: boolean
}

/** An element of the structure tree, or the id of marked content that belongs there. */
export type TreeNode = { readonly role: string; readonly children: readonly TreeNode[] } | string

export interface PdfPage {
  /** From 0. */
  readonly n: number
  readonly width: number
  readonly height: number
  /** In the order in which the file draws them. */
  readonly pieces: readonly Piece[]
  /** The structure of this page; null in a file that has none. */
  readonly tree: TreeNode | null
}
