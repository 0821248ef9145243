import type { AnnotatorId } from '#annotations/model/ids'
import type { Ids } from '#app/ports/ids'
import { sameName } from '#app/services/find-annotator'
import { currentIdentity, type ProfileFile } from './profile'

/** Gives the person at the desk a name; the first time, an id too. */
export async function nameAnnotator(profile: ProfileFile, name: string, ids: Ids): Promise<AnnotatorId> {
  const before = currentIdentity(profile.read())
  const id = before?.id ?? ids.next()
  await profile.update(now => {
    const others = now.annotators.filter(annotator => annotator.id !== id)
    return { ...now, current: id, annotators: [{ id, name, what: before?.what ?? 'person' }, ...others] }
  })
  return id
}

/** Puts at the desk a person that this profile has not known, under the id that they have elsewhere. */
export async function takeOver(
  profile: ProfileFile,
  { id, name }: { readonly id: AnnotatorId; readonly name: string },
): Promise<void> {
  await profile.update(now => {
    const others = now.annotators.filter(annotator => annotator.id !== id)
    return { ...now, current: id, annotators: [{ id, name, what: 'person' }, ...others] }
  })
}

/** Puts the person of a name at the desk: one that the profile knows, else a new one. Nobody is renamed. */
export async function actAs(profile: ProfileFile, name: string, ids: Ids): Promise<AnnotatorId> {
  let id = ids.next()
  await profile.update(now => {
    const known = now.annotators.find(annotator => annotator.what === 'person' && sameName(annotator.name, name))
    id = known?.id ?? id
    const annotators = known === undefined ? [{ id, name, what: 'person' as const }, ...now.annotators] : now.annotators
    return known !== undefined && now.current === id ? now : { ...now, current: id, annotators }
  })
  return id
}
