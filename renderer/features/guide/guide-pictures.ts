/** Where the pictures of the guide lie in the built window, by the names that it gives them. */
const urls: { readonly [path: string]: string } = import.meta.glob(
  [
    '../../../docs/images/read-light.png',
    '../../../docs/images/read-dark.png',
    '../../../docs/images/read-claim-light.png',
    '../../../docs/images/codebook-light.png',
    '../../../docs/images/excerpts-light.png',
    '../../../docs/images/excerpts-export-light.png',
    '../../../docs/images/edit-text-light.png',
    '../../../docs/images/text-changed-light.png',
    '../../../docs/images/review-light.png',
    '../../../docs/images/agreement-light.png',
    '../../../docs/images/gold-light.png',
  ],
  { query: '?url', import: 'default', eager: true },
)

/** The address of a picture; `undefined` for one that is not brought along. */
export function guidePicture(name: string): string | undefined {
  return urls[`../../../docs/images/${name}`]
}
