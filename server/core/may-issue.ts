import type { Admission, Asking, ServiceEnd } from '../contract/admission.ts'
import type { Catalogue } from '../contract/catalogue.ts'
import { type HallTicket, itemsOf, type Leg } from '../contract/hall.ts'
import type { Refusal } from '../contract/refusals.ts'
import { type CalendarDay, closedReason, dayOf, nextOpening, type OpenHours, openingAfter } from './calendar.ts'
import type { Hall } from './hall.ts'
import { catalogueOf, outageOf } from './next.ts'
import { hasEnded } from './ticket.ts'
import { dateAt } from './zone-time.ts'

const minuteMs = 60_000

/**
 * R6.1, R6.2: whether a number may be issued now, or the first reason that holds with the next step. One answer for the
 * deciding hall and for every screen. With `inForce` false only what people have switched refuses: a pause of the
 * building, the closed day, a central system that is down.
 * @param at epoch ms
 * @param forecast of a number taken at `at`; null where nobody can say
 * @throws RangeError for a service that the building does not have
 */
export function mayIssue(
  hall: Hall,
  asking: Asking,
  at: number,
  forecast: ServiceEnd | null,
  inForce: boolean,
): Admission {
  if (!inForce) {
    const refusal = halted(hall, asking.service, at) ?? systemDown(hall, asking.service)
    return { refusal, promise: 'green', closesAt: null, startsAt: null }
  }
  const catalogue = catalogueOf(hall)
  const day = dayOf(catalogue, asking, dateAt(at, catalogue.site.site.timeZone))
  const turn = turnOf(day, at)
  const closesAt = turn?.to ?? day.hours.at(-1)?.to ?? null
  const endsAt = forecast && { p50: at + forecast.p50, p95: at + forecast.p95 }
  const refusal =
    notYetOpen(catalogue, asking, day) ??
    halted(hall, asking.service, at) ??
    outOfHours(catalogue, asking, day, at) ??
    pastCutOff(catalogue, asking, turn, at) ??
    overQuota(hall, asking, day, turn, at) ??
    systemDown(hall, asking.service) ??
    alreadyHolding(hall, asking) ??
    (endsAt && closesAt !== null && endsAt.p50 > closesAt
      ? { refused: 'closing-soon', next: { ...again(catalogue, asking, day.date), closesAt, endsAt: endsAt.p50 } }
      : null)
  return {
    refusal,
    promise: endsAt && closesAt !== null && endsAt.p95 <= closesAt ? 'green' : 'amber',
    closesAt,
    startsAt: turn && at < turn.from ? turn.from : null,
  }
}

/**
 * R6.1 for a number that goes over to another service of its line: what stands against that service, as if the number had
 * been taken for it; `at`, epoch ms, is when it was asked for. Staff are held up by what no reason overrides alone (R6.3).
 */
export function mayChangeTo(
  hall: Hall,
  asking: Asking,
  at: number,
  inForce: boolean,
  isStaff: boolean,
): Refusal | null {
  if (!inForce) return systemDown(hall, asking.service)
  const catalogue = catalogueOf(hall)
  const day = dayOf(catalogue, asking, dateAt(at, catalogue.site.site.timeZone))
  const turn = turnOf(day, at)
  return (
    notYetOpen(catalogue, asking, day) ??
    (isStaff
      ? null
      : (outOfHours(catalogue, asking, day, at) ??
        pastCutOff(catalogue, asking, turn, at) ??
        overQuota(hall, asking, day, turn, at))) ??
    systemDown(hall, asking.service) ??
    (isStaff ? null : alreadyHolding(hall, asking))
  )
}

/** R6.3: what no reason overrides: the opening date, a central system that is down, and a day that never reopens. */
export function firmRefusal(hall: Hall, asking: Asking, at: number, inForce: boolean): Refusal | null {
  const catalogue = catalogueOf(hall)
  const day = dayOf(catalogue, asking, dateAt(at, catalogue.site.site.timeZone))
  return (
    (inForce ? notYetOpen(catalogue, asking, day) : null) ??
    dayClosed(hall, asking.service, at) ??
    systemDown(hall, asking.service)
  )
}

/** The interval or session that a number taken now is for: the one that runs, or the next one of the day. */
function turnOf({ hours }: CalendarDay, at: number): OpenHours | null {
  const turn = hours.find(({ to }) => at < to)
  if (!turn || turn.quota !== undefined) return turn ?? null
  // Without sessions the whole day is one: a break refuses nothing, and its closing is the day's.
  return { from: turn.from, to: hours.at(-1)?.to ?? turn.to }
}

function notYetOpen(catalogue: Catalogue, { service }: Asking, { opensOn, date }: CalendarDay): Refusal | null {
  if (opensOn === null) return null
  return { refused: 'not-yet-open', next: { reason: 'opening-date', opensOn, ...again(catalogue, { service }, date) } }
}

/** The pause of the building and the closed day: switched by people, in demo mode too. */
export function halted(hall: Hall, service: string, at: number): Refusal | null {
  if (!hall.pause) return dayClosed(hall, service, at)
  const { reason, since, until } = hall.pause
  return { refused: 'building-paused', next: { reason, since, until } }
}

/** R8.1: a closed day gives no number until the next. */
export function dayClosed(hall: Hall, service: string, at: number): Refusal | null {
  if (!hall.isClosed) return null
  const catalogue = catalogueOf(hall)
  return { refused: 'day-closed', next: again(catalogue, { service }, dateAt(at, catalogue.site.site.timeZone)) }
}

/** Dated exception, holiday, weekly pattern. Issuing begins a while before the day's first interval, and outlasts breaks. */
function outOfHours(catalogue: Catalogue, { service }: Asking, day: CalendarDay, at: number): Refusal | null {
  const [first, last] = [day.hours[0], day.hours.at(-1)]
  if (first && last && at >= first.from - earlyMs(catalogue) && at < last.to) return null
  const opensAt = nextOpening(catalogue, { service }, at)
  const next = { reason: closedReason(day, at), ...timesOf(catalogue, opensAt), ...namesOf(day) }
  return { refused: first ? 'closed-now' : 'closed-today', next }
}

const namesOf = ({ name }: CalendarDay) => (name ? { nameId: name.id, nameEn: name.en } : {})

function pastCutOff(catalogue: Catalogue, { service }: Asking, turn: OpenHours | null, at: number): Refusal | null {
  const cutOffMinutes =
    catalogue.services.get(service)?.cutOffMinutes ??
    catalogue.boothOfService(service).cutOffMinutes ??
    catalogue.site.site.rules.cutOffMinutes
  if (!turn || cutOffMinutes === 0) return null
  const cutOffAt = turn.to - cutOffMinutes * minuteMs
  if (at < cutOffAt) return null
  const opensAt = nextOpening(catalogue, { service }, turn.to - 1)
  return { refused: 'cut-off', next: { cutOffAt, closesAt: turn.to, ...timesOf(catalogue, opensAt) } }
}

/** The day's quota, and that of the session a number taken now is for, in applications. */
function overQuota(hall: Hall, asking: Asking, day: CalendarDay, turn: OpenHours | null, at: number): Refusal | null {
  const catalogue = catalogueOf(hall)
  const { dailyQuota, priorityQuota = 0 } = catalogue.services.get(asking.service) ?? {}
  if (turn?.quota !== undefined) {
    const before = day.hours.findLast(({ to }) => to <= turn.from)?.to ?? Number.NEGATIVE_INFINITY
    const taken = takenOf(hall, asking.service, before, turn.to)
    const left = leftFor(asking, turn.quota, priorityQuota, taken)
    if (left < asking.items) {
      const opensAt = nextOpening(catalogue, asking, Math.max(at, turn.from))
      return { refused: 'quota-full', next: { quota: turn.quota, left, ...timesOf(catalogue, opensAt) } }
    }
  }
  if (dailyQuota === undefined) return null
  const left = leftFor(asking, dailyQuota, priorityQuota, takenOf(hall, asking.service))
  if (left >= asking.items) return null
  return { refused: 'quota-full', next: { quota: dailyQuota, left, ...again(catalogue, asking, day.date) } }
}

interface Taken {
  readonly all: number
  readonly priority: number
}

/** R6.3: so many of a quota are kept for priority, less those that priority has already taken. */
function leftFor({ priority }: Asking, quota: number, kept: number, taken: Taken): number {
  const stillKept = priority ? 0 : Math.max(0, Math.min(kept, quota) - taken.priority)
  return Math.max(0, quota - taken.all - stillKept)
}

/** What counts in a quota: every leg that was asked for, but those given back (void, cancelled) or sent elsewhere. */
function takenOf(hall: Hall, service: string, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY): Taken {
  let [all, priority] = [0, 0]
  for (const id of hall.asked.get(service) ?? []) {
    const ticket = hall.tickets.get(id) as HallTicket
    const counts = ticket.legs.some((leg) => {
      const askedAt = leg.queuedAt ?? ticket.takenAt
      return leg.service === service && !givesBack.has(leg.state) && from <= askedAt && askedAt < to
    })
    if (!counts) continue
    all += itemsOf(ticket)
    if (ticket.priority) priority += itemsOf(ticket)
  }
  return { all, priority }
}

const givesBack: ReadonlySet<Leg['state']> = new Set(['void', 'cancelled', 'transferred'])

export function systemDown(hall: Hall, service: string): Refusal | null {
  const outage = outageOf(hall, service)
  if (!outage) return null
  const { system, since } = outage
  const name = catalogueOf(hall).centralSystems.get(system)?.name ?? system
  return { refused: 'system-down', next: { system, name, since } }
}

function alreadyHolding(hall: Hall, { service, visitor }: Asking): Refusal | null {
  if (visitor === null) return null
  for (const id of hall.asked.get(service) ?? []) {
    const ticket = hall.tickets.get(id) as HallTicket
    const isActive = ticket.legs.some((leg) => leg.service === service && !hasEnded(leg.state))
    if (ticket.visitor === visitor && isActive) return { refused: 'already-holding', next: { label: ticket.label } }
  }
  return null
}

const earlyMs = (catalogue: Catalogue): number => catalogue.site.site.rules.issueEarlyMinutes * minuteMs

/** Service begins, and numbers are given from; null when nobody knows. */
const timesOf = (catalogue: Catalogue, opensAt: number | null) => ({
  opensAt,
  issuesFrom: opensAt === null ? null : opensAt - earlyMs(catalogue),
})

/** The next day on which it opens. */
const again = (catalogue: Catalogue, { service }: { service: string }, date: string) =>
  timesOf(catalogue, openingAfter(catalogue, { service }, date))
