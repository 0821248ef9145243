import { parentPort, workerData } from 'node:worker_threads'
import type { MeasureJob } from '#app/ports/measuring'
import { measuredStudy } from '#app/services/measured-study'
import type { MeasureAsked, MeasureSaid } from './thread-measuring'

// The thread in which agreement is measured; `thread-measuring.ts` starts one for each study, and asks it until it ends.
const say = (said: MeasureSaid) => parentPort?.postMessage(said)
const study = measuredStudy(workerData as MeasureJob, share => say({ share }))
parentPort?.on('message', ({ n, document, question }: MeasureAsked) => {
  if (question !== undefined) say({ n, answer: study.cases(question) })
  else say({ n, answer: study.ofDocument(document) })
})
say({ layers: study.layers })
