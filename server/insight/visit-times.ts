import { type HallTicket, itemsOf } from '../contract/hall.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { currentLeg } from '../core/ticket.ts'
import { lognormalSlices, replications, strataOf } from './draws.ts'

/** The way from the seat to the counter: a minute on the same floor (docs: parameters of the simulation). */
const wayMs = lognormalSlices(60_000, 0.5)
/** How long a counter calls in vain. */
const unansweredMs = 75_000

/**
 * How long people keep a counter, in ms, one value a replication; tables of a service are made once for a roll.
 * @param absent share of calls that nobody answers
 */
export function visitTimes(hall: Hall, absent: number) {
  const { services } = catalogueOf(hall)
  const answered = replications * (1 - absent)
  const tables = new Map<string, Float64Array>()
  const deskMs = (code: string): Float64Array => {
    let table = tables.get(code)
    if (!table) {
      const service = services.get(code)
      table = lognormalSlices((service?.minutes ?? 10) * 60_000, service?.spread ?? 0.6)
      tables.set(code, table)
    }
    return table
  }

  /** From the call until the counter is free again. A number for several applications keeps it as many times as long. */
  const fromCall = (ticket: HallTicket, service: string): Float64Array =>
    stay(ticket.id, service, itemsOf(ticket), answered)

  /** The same for somebody who would take a number now, and comes when called. */
  const ofNewcomer = (service: string, items: number): Float64Array =>
    stay(`newcomer ${service}`, service, items, replications)

  /** @param comes of the replications, how many in which they answer the call */
  const stay = (key: string, service: string, items: number, comes: number): Float64Array => {
    const desk = deskMs(service)
    const slices = strataOf(key)
    const onWay = strataOf(`${key} way`)
    const ms = new Float64Array(replications)
    for (let index = 0; index < replications; index++) {
      const way = onWay[index] as number
      ms[index] =
        way >= comes
          ? unansweredMs
          : (wayMs[Math.floor((way * replications) / comes)] as number) +
            items * (desk[slices[index] as number] as number)
    }
    return ms
  }

  /** When the one who is called or served gives the counter free (epoch ms), given that it has not happened at `at`. */
  const untilFree = (ticket: HallTicket, at: number): Float64Array => {
    const { service, startedAt, calledAt } = currentLeg(ticket)
    if (startedAt === null) return fromCall(ticket, service).map((ms) => Math.max(at, (calledAt ?? at) + ms))
    const desk = deskMs(service).map((ms) => itemsOf(ticket) * ms)
    const elapsed = Math.max(0, at - startedAt)
    const firstLonger = desk.findIndex((ms) => ms > elapsed)
    return new Float64Array(strataOf(ticket.id)).map((slice) => {
      const share = slice / replications
      // Longer than any slice: the longer it has lasted, the longer it will (the tail of a lognormal).
      if (firstLonger === -1) return startedAt + elapsed * (1 + share / 2)
      return startedAt + (desk[firstLonger + Math.floor(share * (replications - firstLonger))] as number)
    })
  }
  return { fromCall, ofNewcomer, untilFree }
}
