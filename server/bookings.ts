import type { Booking, BookingWish, KeptBooking, Slot, TimedWish } from './contract/booking.ts'
import type { Catalogue } from './contract/catalogue.ts'
import type { Refusal } from './contract/refusals.ts'
import { hoursOn, opening, openingAfter } from './core/calendar.ts'
import { checkIn as judgeCheckIn } from './core/check-in.ts'
import { addDays, instantOf, wallClockAt } from './core/zone-time.ts'
import { catalogueOfHall, type LiveHall } from './hall.ts'
import type { Booked, BookingOffice, CheckedIn, Found } from './http/booking-port.ts'
import type { BookingRow, Wanted } from './store/bookings.ts'
import type { Store } from './store/store.ts'

export interface BookingPorts {
  readonly store: Store['bookings']
  readonly hall: LiveHall
  /** Epoch ms of the hall's clock. */
  readonly now: () => number
  readonly newCode: () => string
  /** A new ticket's id and public code, for whoever checks in. */
  readonly newTicketCodes: () => { ticket: string; publicCode: string }
  /** R6.1 holds for check-ins too. */
  readonly isInForce: () => boolean
}

/** Without slots of its own a service is booked for the opening of a day; so far ahead one is looked for. */
const searchDays = 60

/** As people type and scanners read them: capitals, without gaps. */
export const cleanCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()

/** The office of bookings. A booking is not in the journal until its check-in; it has a table of its own. */
export function createBookings(ports: BookingPorts): BookingOffice {
  const { store, hall, now, newCode, newTicketCodes, isInForce } = ports
  const catalogue = () => catalogueOfHall(hall)
  const today = () => dayOf(catalogue(), now())

  const slotsOf = async (service: string, day: string): Promise<Slot[]> => {
    const capacity = catalogue().services.get(service)?.booking?.capacity ?? 0
    const times = slotTimes(catalogue(), service, day, now())
    if (times.length === 0) return []
    const taken = new Map((await store.takenBySlot(service, day)).map((row) => [row.slotAt, row.taken]))
    return times.map((at) => {
      const count = taken.get(at) ?? 0
      return { at, capacity, taken: count, free: Math.max(0, capacity - count) }
    })
  }

  const daysOf = (service: string): string[] => {
    const ahead = catalogue().services.get(service)?.booking?.daysAhead ?? -1
    const days = Array.from({ length: ahead + 1 }, (_, index) => addDays(today(), index))
    return days.filter((day) => slotTimes(catalogue(), service, day, now()).length > 0)
  }

  const rowOf = ({ slotAt, key = null, ...wish }: TimedWish): BookingRow => ({
    ...wish,
    requestKey: key,
    slotAt,
    code: newCode(),
    day: dayOf(catalogue(), slotAt),
    state: 'booked',
    createdAt: now(),
  })

  /** Null when this time can be booked as far as the calendar goes; the store counts. */
  const whyNot = ({ service, slotAt }: TimedWish): Exclude<Booked, { booking: unknown }> | null => {
    if (!catalogue().services.has(service)) return { unknown: 'service' }
    const day = dayOf(catalogue(), slotAt)
    if (slotTimes(catalogue(), service, day, now()).includes(slotAt)) return null
    return { refusal: closedOn(catalogue(), service, day, today()) ?? { refused: 'no-such-slot', next: { day } } }
  }

  const wanted = (wish: TimedWish): Wanted => ({
    row: rowOf(wish),
    capacity: catalogue().services.get(wish.service)?.booking?.capacity ?? null,
  })

  const slotFull = async (service: string, slotAt: number): Promise<Refusal> => {
    const slots = await slotsOf(service, dayOf(catalogue(), slotAt))
    const free = slots.filter((slot) => slot.free > 0)
    const next = free.find(({ at }) => at > slotAt) ?? free.at(-1)
    return { refused: 'slot-full', next: { at: next?.at ?? null } }
  }

  /** What a request has booked before a stop of the hub swallowed its answer. */
  const bookedBy = async (key: string | null | undefined): Promise<Booked | null> => {
    const row = key ? await store.findByKey(key) : null
    return row && { booking: row }
  }

  const book = async (wish: TimedWish): Promise<Booked> => {
    const before = await bookedBy(wish.key)
    if (before) return before
    const refused = whyNot(wish)
    if (refused) return refused
    const one = wanted(wish)
    const full = await store.book([one])
    return full.length === 0 ? { booking: one.row } : { refusal: await slotFull(wish.service, wish.slotAt) }
  }

  const bookFirstFree = async (wish: BookingWish, fromDay: string): Promise<Booked> => {
    const before = await bookedBy(wish.key)
    if (before) return before
    const service = catalogue().services.get(wish.service)
    if (!service) return { unknown: 'service' }
    if (!service.booking) {
      const slotAt = firstOpening(catalogue(), wish.service, fromDay, now())
      if (slotAt === null) return { refusal: { refused: 'no-such-slot' } }
      const row = rowOf({ ...wish, slotAt })
      await store.book([{ row, capacity: null }])
      return { booking: row }
    }
    for (const day of daysOf(wish.service)) {
      if (day < fromDay) continue
      for (const { at, free } of await slotsOf(wish.service, day)) {
        if (free === 0) continue
        const booked = await book({ ...wish, slotAt: at })
        if ('booking' in booked) return booked
      }
    }
    return { refusal: { refused: 'slot-full', next: { at: null } } }
  }

  const bookAll: BookingOffice['bookAll'] = async (wishes, isTrial) => {
    // All or none: where the first stands, all do.
    if (!isTrial && (await bookedBy(wishes[0]?.key))) return wishes.map(() => null)
    const troubles: (Refusal | 'unknown' | null)[] = wishes.map((wish) => {
      const refused = whyNot(wish)
      if (refused === null) return null
      return 'refusal' in refused ? refused.refusal : 'unknown'
    })
    const sound = wishes.flatMap((wish, index) => (troubles[index] === null ? [{ index, ...wanted(wish) }] : []))
    const full = await store.book(sound, isTrial || sound.length < wishes.length)
    for (const position of full) {
      const index = sound[position]?.index
      if (index !== undefined) troubles[index] = { refused: 'slot-full' }
    }
    return troubles
  }

  /** The hall's own answer, without asking it to do anything. */
  const whyNotNow = (row: KeptBooking): Refusal | null => {
    if (row.state !== 'booked') return row.state === 'cancelled' ? { refused: 'booking-ended' } : null
    const unmade = { ticket: '', publicCode: '', kiosk: null, delivery: 'none' as const }
    const moment = { at: now(), seq: hall.told.lastSeq + 1, actor: { role: 'visitor' as const, id: 'visitor' } }
    const booking = bookingOf(row)
    const decision = judgeCheckIn(hall.told, { verb: 'check-in', ...unmade, booking, inForce: isInForce() }, moment)
    if ('unknown' in decision) return { refused: 'booking-ended' }
    return 'refusal' in decision ? decision.refusal : null
  }

  /** The ticket that a booking became today; the hall knows before the table does. */
  const ticketOf = (code: string) => hall.told.tickets.get(hall.told.checkedIn.get(code) ?? '')

  const find = async (typed: string): Promise<BookingRow | null> => {
    const row = await store.find(cleanCode(typed))
    return row && ticketOf(row.code) ? { ...row, state: 'checked-in' } : row
  }

  const cancel = async (typed: string): Promise<Found> => {
    const row = await find(typed)
    if (!row) return { unknown: 'booking' }
    if (row.state === 'cancelled') return { booking: row }
    const isDone = row.state === 'booked' && (await store.cancel(row.code))
    return isDone ? { booking: { ...row, state: 'cancelled' } } : { refusal: { refused: 'wrong-state' } }
  }

  const checkIn: BookingOffice['checkIn'] = async (typed, how, request): Promise<CheckedIn> => {
    const row = await find(typed)
    if (!row) return { outcome: { unknown: 'booking' }, again: false }
    if (row.state === 'cancelled') return { outcome: { refusal: { refused: 'booking-ended' } }, again: false }
    const codes = newTicketCodes()
    const command = { verb: 'check-in' as const, ...codes, booking: bookingOf(row), ...how, inForce: isInForce() }
    const result = await hall.execute({ ...request, command })
    if ('mismatch' in result) return result
    const { outcome } = result
    if (!('answer' in outcome)) return { outcome, again: false }
    await store.markCheckedIn(row.code)
    return { outcome, again: outcome.answer.ticket?.id !== codes.ticket }
  }

  return {
    slotsOf,
    daysOf,
    opensNext: (service) => openingAfter(catalogue(), { service }, today()),
    book,
    bookFirstFree,
    bookAll,
    find,
    cancel,
    checkIn,
    whyNotNow,
    ticketOf,
    listDay: (day, service) => store.listDay(day, service),
    countFrom: (day) => store.countFrom(day),
  }
}

const dayOf = (catalogue: Catalogue, at: number): string => wallClockAt(at, catalogue.site.site.timeZone).date

/** R4.8: every so many minutes of the service's hours that day; none in the past, nor further ahead than it may be booked. */
function slotTimes(catalogue: Catalogue, service: string, day: string, now: number): number[] {
  const plan = catalogue.services.get(service)?.booking
  if (!plan || day > addDays(dayOf(catalogue, now), plan.daysAhead)) return []
  const stepMs = plan.slotMinutes * 60_000
  return hoursOn(catalogue, { service }, day)
    .flatMap(({ from, to }) =>
      Array.from({ length: Math.floor((to - from) / stepMs) }, (_, index) => from + index * stepMs),
    )
    .filter((at) => at >= now)
}

function firstOpening(catalogue: Catalogue, service: string, fromDay: string, now: number): number | null {
  for (let count = 0; count <= searchDays; count++) {
    const first = hoursOn(catalogue, { service }, addDays(fromDay, count)).find(({ from }) => from >= now)
    if (first) return first.from
  }
  return null
}

/** R6.1: why nothing can be booked on a day that has no hours; null when it has some. "Closed today" is said of today only. */
function closedOn(catalogue: Catalogue, service: string, day: string, today: string): Refusal | null {
  if (!catalogue.services.get(service)?.booking || hoursOn(catalogue, { service }, day).length > 0) return null
  const state = opening(catalogue, { service }, instantOf(day, '00:00', catalogue.site.site.timeZone))
  if (state.open) return null
  const next = { day, reason: state.reason, opensAt: state.opensAt ?? null }
  if (state.reason === 'opening-date')
    return { refused: 'not-yet-open', next: { ...next, opensOn: state.opensOn ?? null } }
  return { refused: day === today ? 'closed-today' : 'no-such-slot', next }
}

const bookingOf = ({ code, service, slotAt, day, priority, english, items }: KeptBooking): Booking => ({
  code,
  service,
  slotAt,
  day,
  priority,
  english,
  items,
})
