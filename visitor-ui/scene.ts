import type { VisitorTicketWire } from '../server/contract/api.ts'

/** What the visitor's page is about now. */
export type Scene = 'reserved' | 'waiting' | 'called' | 'serving' | 'held' | 'missed' | 'ended' | 'other-day'

const scenes: Record<VisitorTicketWire['state'], Scene> = {
  planned: 'waiting',
  reserved: 'reserved',
  waiting: 'waiting',
  called: 'called',
  serving: 'serving',
  held: 'held',
  missed: 'missed',
  done: 'ended',
  transferred: 'ended',
  cancelled: 'ended',
  'no-show': 'ended',
  expired: 'ended',
  void: 'ended',
}

/** `today` is the service day now, as `2026-07-14`. */
export function sceneOf(ticket: Pick<VisitorTicketWire, 'state' | 'serviceDay'>, today: string): Scene {
  return ticket.serviceDay === today ? scenes[ticket.state] : 'other-day'
}

/** R2.5: the day in the site's zone of an instant in epoch ms, as `2026-07-14`. */
export function serviceDayAt(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(at)
    .map(({ type, value }) => [type, value] as const)
  const { year, month, day } = Object.fromEntries(parts)
  return `${year}-${month}-${day}`
}

type Action = VisitorTicketWire['can'][number]

const mainActions: Partial<Record<Scene, readonly Action[]>> = {
  reserved: ['accept'],
  called: ['on-my-way'],
  held: ['here'],
  missed: ['here'],
  ended: ['accept'],
}

/** What the hub allows, the filled button first, the one that ends the number last. */
export function actionsOf(scene: Scene, can: readonly Action[]): { main: Action | null; others: Action[] } {
  const main = mainActions[scene]?.find((action) => can.includes(action)) ?? null
  const order: readonly Action[] = ['accept', 'here', 'on-my-way', 'later', 'cancel']
  return { main, others: order.filter((action) => action !== main && can.includes(action)) }
}
