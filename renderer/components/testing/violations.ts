import axe from 'axe-core'

/** What axe finds wrong with the page: rule, and the elements that break it. Empty when all is well. */
export async function violations(): Promise<string[]> {
  // A colour that fades in is not yet the colour that is seen.
  await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => undefined)))
  const { violations: found } = await axe.run(document, { resultTypes: ['violations'] })
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 120)).join(' | ')}`)
}
