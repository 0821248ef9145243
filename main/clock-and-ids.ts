import { v7 } from 'uuid'
import type { Clock } from '#app/ports/clock'
import type { Ids } from '#app/ports/ids'

export const machineClock: Clock = { now: () => new Date().toISOString() }

export const machineIds: Ids = { next: () => v7() }
