import { parentPort, workerData } from 'node:worker_threads'
import type { CarryJob } from '#app/ports/carrying'
import { doCarryJob } from '#app/services/carry-job'
import type { CarrySaid } from './thread-carrying'

// The thread in which annotations are carried; `thread-carrying.ts` starts one for each job.
const say = (said: CarrySaid) => parentPort?.postMessage(said)
say({ placements: doCarryJob(workerData as CarryJob, share => say({ share })) })
