export { editedRevision, factsOfBlocks } from '#annotations/text/edited-revision'
export { writeRevision } from '#annotations/workspace/revision-file'
