import type { RefusalWire } from '../server/contract/api.ts'
import type { Locale } from '../ui-kit/messages/create-messages.ts'
import type { StatusState } from '../ui-kit/status.tsx'
import { dateText, timeText } from '../ui-kit/time-text.ts'
import { serviceDayAt } from './scene.ts'

/** How a service that gives no numbers is shown: its shape, and when it opens where the hub knows it. */
export interface Shut {
  readonly state: StatusState
  readonly opens: { readonly at: 'date' | 'time' | 'day'; readonly text: string } | null
}

/** What stops a service in the middle of its hours; when it opens again is only half of it. */
const stopped: ReadonlySet<string> = new Set(['system-down', 'building-paused'])
const sayThemselves: ReadonlySet<string> = new Set([...stopped, 'quota-full', 'closing-soon'])

/** `now` in epoch ms; the hub's `next` carries `opensAt` (epoch ms) or `opensOn` (a date). */
export function shutBy({ name, next = {} }: RefusalWire, now: number, timeZone: string, locale: Locale): Shut {
  const { opensAt, opensOn } = next
  if (sayThemselves.has(name)) return { state: stopped.has(name) ? 'held' : 'full', opens: null }
  if (name === 'not-yet-open' && typeof opensOn === 'string') {
    return {
      state: 'not-yet',
      opens: { at: 'date', text: dateText(`${opensOn}T12:00:00Z`, 'UTC', locale).split(', ')[1] ?? opensOn },
    }
  }
  if (typeof opensAt !== 'number') return { state: 'closed', opens: null }
  if (serviceDayAt(opensAt, timeZone) === serviceDayAt(now, timeZone)) {
    return { state: 'not-yet', opens: { at: 'time', text: timeText(opensAt, timeZone) } }
  }
  return { state: 'closed', opens: { at: 'day', text: dateText(opensAt, timeZone, locale, true) } }
}
