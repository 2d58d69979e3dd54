import type { HallEvent, HallTicket } from '../../../server/contract/hall.ts'
import { decide } from '../../../server/core/decide.ts'
import { emptyHall, evolve, type Hall } from '../../../server/core/hall.ts'
import { isDown } from '../../../server/core/next.ts'
import { comparePlaces } from '../../../server/core/place.ts'
import { currentLeg, hasEnded } from '../../../server/core/ticket.ts'
import type { Asked } from './_day.ts'
import { type RandomDayOptions, randomDay } from './_random-day.ts'

const active = new Set(['waiting', 'called', 'serving', 'reserved'])

/** What must hold of every hall at every moment; the first thing that does not, in words, or null. */
export function brokenRule(hall: Hall): string | null {
  return brokenNumbers(hall) ?? brokenHands(hall) ?? brokenTickets(hall) ?? brokenLines(hall) ?? brokenFree(hall)
}

/** R2.1, R2.2: each number of a series is there once, and those that came on no paper are all that paper left up to the last. */
export function brokenNumbers(hall: Hall): string | null {
  const series = new Map<string, HallTicket[]>()
  for (const ticket of hall.tickets.values()) series.set(ticket.prefix, [...(series.get(ticket.prefix) ?? []), ticket])
  for (const [prefix, tickets] of series) {
    const numbers = new Set(tickets.map(({ number }) => number))
    if (numbers.size < tickets.length) return `series ${prefix} has a number twice`
    const last = Math.max(0, ...tickets.flatMap(({ paper, number }) => (paper ? [] : [number])))
    for (let number = 1; number <= last; number++) if (!numbers.has(number)) return `series ${prefix} lacks ${number}`
    if ((hall.series.get(prefix) ?? 0) !== last) return `series ${prefix} goes on from ${hall.series.get(prefix)}`
  }
  return null
}

/** R5.1, R5.9: a counter has one visitor and a visitor one counter; an officer has one counter. */
export function brokenHands(hall: Hall): string | null {
  const officers = new Set<string>()
  for (const { number, ticket, state, officer } of hall.counters.values()) {
    if (state !== 'open' && ticket !== null) return `counter ${number} is ${state} and has ${ticket}`
    if (officer !== null && officers.has(officer)) return `${officer} has two counters`
    if (officer !== null) officers.add(officer)
    if (ticket === null) continue
    const leg = currentLeg(hall.tickets.get(ticket) as HallTicket)
    if ((leg.state !== 'called' && leg.state !== 'serving') || leg.counter !== number) {
      return `counter ${number} has ${ticket}, which is ${leg.state} at ${leg.counter}`
    }
  }
  for (const ticket of hall.tickets.values()) {
    const { state, counter } = currentLeg(ticket)
    if (state !== 'called' && state !== 'serving') continue
    if (hall.counters.get(counter as number)?.ticket !== ticket.id)
      return `${ticket.id} is ${state} at ${counter}, which does not have it`
  }
  return null
}

/** §3: at most one leg is under way; the ticket speaks by a leg that is neither planned nor transferred. */
function brokenTickets(hall: Hall): string | null {
  for (const ticket of hall.tickets.values()) {
    const { legs, id } = ticket
    if (legs.filter(({ state }) => active.has(state)).length > 1) return `${id} has two legs under way`
    const { state } = currentLeg(ticket)
    if (state === 'planned' || state === 'transferred') return `${id} is ${state}`
    for (const leg of legs) {
      if (leg.returnTo !== undefined && !legs[leg.returnTo]) return `${id} returns to nobody`
      if (leg.after?.some((index) => !legs[index] || legs[index] === leg)) return `${id} has a leg after nobody`
      if (leg.queuedAt === null && leg.state !== 'planned' && leg.state !== 'cancelled' && leg.state !== 'expired')
        return `${id} has a leg ${leg.state} that never queued`
    }
    const firstPlanned = legs.findIndex((leg) => leg.state === 'planned')
    if (firstPlanned !== -1 && legs.slice(firstPlanned).some((leg) => leg.state !== 'planned'))
      return `${id} has a planned leg before one that has begun`
    if (hall.isClosed && legs.some((leg) => !hasEnded(leg.state))) return `${id} goes on after the day was closed`
    if (hall.codes.get(ticket.publicCode) !== id) return `${id} is not found by its code`
  }
  return null
}

/** The indexes are what the tickets say, in order of place. */
function brokenLines(hall: Hall): string | null {
  const standing = [...hall.tickets.values()]
    .map((ticket) => ({ ticket, leg: currentLeg(ticket) }))
    .filter(({ leg }) => leg.state === 'waiting' || leg.state === 'reserved')
    .sort((a, b) => comparePlaces(a.leg, b.leg))
  const services = new Set([...hall.lines.keys(), ...standing.map(({ leg }) => leg.service)])
  for (const service of services) {
    for (const lane of ['regular', 'priority'] as const) {
      const now = hall.lines.get(service)?.[lane] ?? []
      const right = standing.filter(
        ({ ticket, leg }) => leg.service === service && ticket.priority === (lane === 'priority'),
      )
      if (now.length !== right.length) return `the ${lane} lane of ${service} has ${now.length}, not ${right.length}`
      const wrong = now.findIndex((one, index) => one.ticket !== right[index]?.ticket || one.leg !== right[index]?.leg)
      if (wrong !== -1) return `the ${lane} lane of ${service} is wrong at ${wrong}`
    }
  }
  const timed = [...hall.tickets.values()]
    .filter((ticket) => ['reserved', 'held'].includes(currentLeg(ticket).state))
    .map(({ id }) => id)
  return timed.sort().join() === [...hall.timed].sort().join() ? null : 'the list of those whom time moves is wrong'
}

/** Everything in a hall as text: the building by its package, so that two readings of one journal can be compared. */
export const textOf = (hall: Hall): string =>
  JSON.stringify({ ...hall, catalogue: hall.catalogue?.site }, (_key, value: unknown) =>
    value instanceof Map ? { entries: [...value] } : value instanceof Set ? { values: [...value] } : value,
  )

/** A hall read again from its journal, as it comes back from a file. */
export function replay(journal: readonly HallEvent[]): Hall {
  const hall = emptyHall()
  for (const event of JSON.parse(JSON.stringify(journal)) as HallEvent[]) evolve(hall, event)
  return hall
}

/** Every command decided again from the beginning; the first that gives something else, or null. */
export function decidedOtherwise(asked: readonly Asked[], journal: readonly HallEvent[]): string | null {
  const hall = emptyHall()
  let next = 0
  for (const [index, { command, actor, at }] of asked.entries()) {
    const decision = decide(hall, command, { at, seq: hall.lastSeq + 1, actor })
    for (const draft of 'events' in decision ? decision.events : []) {
      const event = journal[next++]
      if (!event || JSON.stringify({ ...event, ...draft }) !== JSON.stringify(event)) return `${index}: ${command.verb}`
      evolve(hall, event)
    }
  }
  return next === journal.length ? null : 'events without a command'
}

/** What must hold of every event, looked at just before it is folded. */
export function brokenEvent(hall: Hall, event: HallEvent): string | null {
  if (event.type !== 'called' && event.type !== 'recalled') return null
  if (hall.pause || hall.isClosed) return 'a call while nobody is called'
  const [ticket] = event.tickets ?? []
  const byNumber = event.call?.rule === 'R4.5'
  if (event.type === 'called' && ticket && !byNumber && isDown(hall, currentLeg(ticket).service))
    return `${ticket.id} is called for a service that is down`
  return null
}

/** R5.5: a counter is free since it was left without anybody; the index says so of those that are free, and of no other. */
function brokenFree(hall: Hall): string | null {
  const free = [...hall.counters.values()].filter(({ state, ticket }) => state === 'open' && ticket === null)
  const numbers = free.map(({ number }) => number).sort()
  return numbers.join() === [...hall.freeSince.keys()].sort().join() ? null : 'the list of free counters is wrong'
}

/** Random days looked at all the way, then read and decided again; the first thing that is wrong, in words, or null. */
export function faultOfDay(seed: number, length: number, options: RandomDayOptions = {}): string | null {
  return faultsOfDay(seed, length, options).fault
}

/** The same, and how many commands were given. */
export function faultsOfDay(seed: number, length: number, options: RandomDayOptions) {
  let step = 0
  let fault: string | null = null
  const { hall, journal, asked } = randomDay(seed, length, {
    ...options,
    begin: ({ hall, watches }) => {
      watches.push((event) => {
        const broken = brokenEvent(hall, event)
        if (broken) fault ??= `event ${event.seq}: ${broken}`
      })
    },
    after: (now) => {
      step += 1
      const broken = step % 25 === 0 ? brokenRule(now) : brokenHands(now)
      if (broken) fault ??= `command ${step}: ${broken}`
    },
  })
  fault ??= brokenRule(hall) ?? decidedOtherwise(asked, journal)
  if (textOf(replay(journal)) !== textOf(hall)) fault ??= 'the journal read again gives another hall'
  return { fault, commands: asked.length }
}
