import type { CommandOf } from '../contract/commands.ts'
import { type Decision, type Moment, nothing } from './decision.ts'
import type { Hall } from './hall.ts'
import { catalogueOf } from './next.ts'

/**
 * The whole building stands still; every place is kept. Pausing again changes the reason or the promise and keeps the
 * moment it began. A promise that has passed is none.
 */
export function pauseBuilding(hall: Hall, command: CommandOf<'pause-building'>, moment: Moment): Decision {
  const until = command.until !== null && command.until > moment.at ? command.until : null
  const { pause } = hall
  if (pause && pause.reason === command.reason && pause.until === until) return nothing({})
  const now = { reason: command.reason, since: pause?.since ?? moment.at, until }
  return { events: [{ type: 'building-paused', pause: now }], answer: {} }
}

export function resumeBuilding(hall: Hall): Decision {
  if (!hall.pause) return nothing({})
  return { events: [{ type: 'building-resumed', pause: null }], answer: {} }
}

/** One switch a central system; only a change is an event. */
export function setSystem(hall: Hall, { system, down }: CommandOf<'set-system'>, moment: Moment): Decision {
  if (!catalogueOf(hall).centralSystems.has(system)) return { unknown: 'system' }
  if (isDown(hall, system) === down) return nothing({})
  const outages = down
    ? [...hall.outages, { system, since: moment.at, until: null }]
    : hall.outages.map((outage) =>
        outage.system === system && outage.until === null ? { ...outage, until: moment.at } : outage,
      )
  return { events: [{ type: down ? 'system-down' : 'system-up', outages }], answer: {} }
}

const isDown = (hall: Hall, system: string): boolean =>
  hall.outages.some((outage) => outage.system === system && outage.until === null)
