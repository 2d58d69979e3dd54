import type { EventType, HallEvent } from '../contract/hall.ts'
import type { ChangeItem, ChangeType } from '../contract/live.ts'
import type { Hall } from '../core/hall.ts'
import { currentLeg } from '../core/ticket.ts'

const typeOf: Partial<Record<EventType, ChangeType>> = {
  delivered: 'issued',
  called: 'called',
  recalled: 'recalled',
  started: 'started',
  resumed: 'started',
  finished: 'finished',
  held: 'held',
  missed: 'missed',
  returned: 'returned',
  requeued: 'returned',
  undone: 'returned',
  transferred: 'transferred',
  'service-changed': 'transferred',
  'handed-over': 'recalled',
  reopened: 'returned',
  cancelled: 'ended',
  'no-show': 'ended',
  lapsed: 'ended',
  'counter-opened': 'counter',
  'counter-closed': 'counter',
  'counter-break': 'counter',
  configured: 'notice',
  reconfigured: 'notice',
  'day-opened': 'notice',
  'day-closed': 'notice',
  'building-paused': 'notice',
  'building-resumed': 'notice',
  'system-down': 'notice',
  'system-up': 'notice',
}

/** Calls and what ends them are told at once; what only moves figures may wait a moment and travel together. */
const urgentTypes: ReadonlySet<EventType> = new Set([
  'called',
  'recalled',
  'started',
  'finished',
  'resumed',
  'undone',
  'requeued',
  'missed',
  'held',
  'returned',
  'transferred',
  'service-changed',
  'handed-over',
  'reopened',
  'cancelled',
  'leg-added',
  'priority-set',
  'print-failed',
  'delivered',
  'counter-opened',
  'counter-closed',
  'counter-break',
  'day-opened',
  'day-closed',
  'configured',
  'building-paused',
  'building-resumed',
  'system-down',
  'system-up',
  'help-asked',
  'help-acknowledged',
  'help-ended',
])

/** What every screen of the building has to say at once. */
const wholeTypes: ReadonlySet<EventType> = new Set([
  'configured',
  'reconfigured',
  'day-opened',
  'day-closed',
  'building-paused',
  'building-resumed',
  'system-down',
  'system-up',
])

/** What one event touched, as far as a view has to know. */
export interface Touch {
  readonly items: readonly ChangeItem[]
  readonly urgent: boolean
  /** Null: the whole building. */
  readonly booths: ReadonlySet<string> | null
  readonly tickets: ReadonlySet<string>
}

export function touchOf(event: HallEvent, hall: Hall): Touch {
  const isWhole = wholeTypes.has(event.type)
  const booths = new Set<string>()
  for (const ticket of event.tickets ?? []) for (const leg of ticket.legs) booths.add(leg.booth)
  for (const counter of event.counters ?? []) booths.add(counter.booth)
  const asking = event.help && hall.counters.get(event.help.counter)
  if (asking) booths.add(asking.booth)
  return {
    items: itemsOf(event, hall),
    urgent: urgentTypes.has(event.type),
    booths: isWhole ? null : booths,
    tickets: new Set((event.tickets ?? []).map((ticket) => ticket.id)),
  }
}

function itemsOf(event: HallEvent, hall: Hall): ChangeItem[] {
  const type = event.type === 'issued' && isInLine(event) ? 'issued' : typeOf[event.type]
  if (!type) return []
  if (type === 'notice') return [{ type }]
  if (type === 'counter') return (event.counters ?? []).map(({ number, booth }) => ({ type, counter: number, booth }))
  return (event.tickets ?? []).map((ticket) => {
    const leg = currentLeg(hall.tickets.get(ticket.id) ?? ticket)
    const isAtCounter = type === 'called' || type === 'recalled' || type === 'started' || type === 'finished'
    return {
      type,
      label: ticket.label,
      booth: leg.booth,
      ...(isAtCounter && leg.counter !== null ? { counter: leg.counter, call: leg.calls } : {}),
    }
  })
}

const isInLine = (event: HallEvent): boolean =>
  (event.tickets ?? []).some((ticket) => currentLeg(ticket).state === 'waiting')
