import type { Hall } from './hall.ts'
import { systemDown } from './may-issue.ts'

/** R7.1: why nobody can say now how long a service takes: the whole building stands still, or its central system does. */
export const pausedBy = (hall: Hall, service: string): 'building' | 'system' | null =>
  hall.pause ? 'building' : systemDown(hall, service) ? 'system' : null
