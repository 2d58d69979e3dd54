import type { KeptBooking, TimedWish } from '../contract/booking.ts'
import * as wire from '../contract/booking-wire.ts'
import type { Actor, Role } from '../contract/hall.ts'
import { type Refusal, refusals } from '../contract/refusals.ts'
import type { Text } from '../contract/site.ts'
import { catalogueOfHall } from '../hall.ts'
import { instantAt, readBooking, readStaffBooking, wallClockOf } from '../readings/bookings.ts'
import { instantWriter } from '../readings/instants.ts'
import { readTicket } from '../readings/tickets.ts'
import { problems } from './answers.ts'
import { speakerAt } from './at-kiosk.ts'
import { type CsvBooking, readBookingCsv, writeBookingCsv } from './booking-csv.ts'
import { ticketOf } from './execute.ts'
import { type Call, type Operation, operation, type Reply, type Stage } from './operation.ts'

const staff: readonly Role[] = ['officer', 'information', 'agency-admin', 'supervisor', 'manager']

const siteOf = (stage: Stage) => catalogueOfHall(stage.hall).site.site
const today = (stage: Stage): string => wallClockOf(stage.hall.told, stage.now()).date

/**
 * An officer books for the own booth, an agency's administrator for its booths, the others for all; a kiosk, for whoever
 * stands there, where a service has slots.
 */
function mayBook(stage: Stage, { role, booth, agency }: Actor, service: string): boolean {
  const wanted = catalogueOfHall(stage.hall).services.get(service)
  if (wanted === undefined) return true
  const { booth: own, booking } = wanted
  if (role === 'kiosk') return booking !== undefined
  if (role === 'officer') return own === booth
  if (role === 'agency-admin') return catalogueOfHall(stage.hall).booths.get(own)?.agency === agency
  return staff.includes(role)
}

const staffSees = ({ hall, bookings }: Stage, kept: KeptBooking) =>
  readStaffBooking(hall.told, kept, bookings.whyNotNow(kept))

const listSlots: Operation = {
  id: 'listSlots',
  method: 'get',
  path: '/api/services/{code}/slots',
  summary: 'The arrival times that can be booked for a service on a day, and how many are free.',
  access: 'public',
  query: wire.SlotsQuery,
  answer: wire.SlotsAnswer,
  run: async ({ stage, params, query }) => {
    const service = params.code ?? ''
    if (!catalogueOfHall(stage.hall).services.has(service)) return { outcome: { unknown: 'service' } }
    const days = stage.bookings.daysOf(service)
    const day = query.day ?? days[0] ?? today(stage)
    const write = instantWriter(siteOf(stage).timeZone)
    const slots = await stage.bookings.slotsOf(service, day)
    const opensNext = stage.bookings.opensNext(service)
    return {
      json: {
        service,
        day,
        days,
        opensNext: opensNext === null ? null : write(opensNext),
        slots: slots.map(({ at, capacity, free }) => ({ at: write(at), capacity, free })),
      },
    }
  },
}

const makeBooking = operation({
  id: 'makeBooking',
  method: 'post',
  path: '/api/bookings',
  summary:
    'Reserves an arrival time (R4.8). No name and no identity number: the answer is a code. Without a credential only at a kiosk, for a service with slots.',
  access: 'public',
  keepsAnswer: true,
  body: wire.BookingBody,
  answer: wire.StaffBookingAnswer,
  status: 201,
  refusals: ['slot-full', 'no-such-slot', 'not-yet-open', 'closed-today'],
  run: async (call) => {
    const { stage, body } = call
    const speaker = speakerAt(call)
    if (!('actor' in speaker)) return speaker
    const { actor } = speaker
    if (!mayBook(stage, actor, body.service)) return { outcome: { forbidden: true } }
    const booked = await stage.bookings.book({
      service: body.service,
      slotAt: Date.parse(body.slotAt),
      priority: body.priority ?? false,
      english: body.locale === 'en',
      items: body.items ?? 1,
      source: actor.role === 'kiosk' ? 'kiosk' : 'staff',
      by: actor.id,
      key: call.key,
    })
    return 'booking' in booked ? { json: { booking: staffSees(stage, booked.booking) } } : { outcome: booked }
  },
})

/** Those of a day that the caller may see. */
async function visible({ stage, query, actor }: Call): Promise<{ day: string; kept: KeptBooking[] }> {
  const day = query.day ?? today(stage)
  const kept = await stage.bookings.listDay(day, query.service)
  return { day, kept: kept.filter(({ service }) => mayBook(stage, actor, service)) }
}

const listBookings: Operation = {
  id: 'listBookings',
  method: 'get',
  path: '/api/bookings',
  summary: 'The bookings of a day, by slot: of the own booth or agency, or of all.',
  access: staff,
  query: wire.BookingsQuery,
  answer: wire.BookingsAnswer,
  run: async (call) => {
    const { day, kept } = await visible(call)
    return { json: { day, bookings: kept.map((one) => staffSees(call.stage, one)) } }
  },
}

const exportBookings: Operation = {
  id: 'exportBookings',
  method: 'get',
  path: '/api/bookings/export',
  summary: 'The same list for a spreadsheet.',
  access: staff,
  query: wire.BookingsQuery,
  run: async (call) => {
    const { day, kept } = await visible(call)
    call.headers.set('Content-Disposition', `attachment; filename="reservasi-${day}.csv"`)
    return { text: writeBookingCsv(kept, (at) => wallClockOf(call.stage.hall.told, at)), type: 'text/csv' }
  },
}

const holderSees = ({ stage, doors }: Call, kept: KeptBooking): Reply => {
  const { name, short, timeZone, zoneAbbreviation } = siteOf(stage)
  const booking = readBooking(stage.hall.told, kept, stage.bookings.whyNotNow(kept))
  return {
    json: {
      at: instantWriter(timeZone)(stage.now()),
      booking,
      site: { name, short, timeZone, zoneAbbreviation },
      demo: doors.demo,
    },
  }
}

const getBooking: Operation = {
  id: 'getBooking',
  method: 'get',
  path: '/api/bookings/{code}',
  summary: 'A booking as the holder of its code sees it.',
  access: 'public',
  answer: wire.BookingAnswer,
  run: async (call) => {
    const kept = await call.stage.bookings.find(call.params.code ?? '')
    return kept ? holderSees(call, kept) : { outcome: { unknown: 'booking' } }
  },
}

const cancelBooking: Operation = {
  id: 'cancelBooking',
  method: 'delete',
  path: '/api/bookings/{code}',
  summary: 'Gives the reserved time back.',
  access: 'public',
  answer: wire.BookingAnswer,
  refusals: ['wrong-state'],
  run: async (call) => {
    const found = await call.stage.bookings.cancel(call.params.code ?? '')
    return 'booking' in found ? holderSees(call, found.booking) : { outcome: found }
  },
}

const checkInBooking = operation({
  id: 'checkInBooking',
  method: 'post',
  path: '/api/bookings/{code}/check-in',
  summary: 'The visitor has arrived: the booking becomes a number at the place of its slot. Twice is the same number.',
  access: 'public',
  keepsAnswer: true,
  body: wire.CheckInBody,
  answer: wire.CheckInAnswer,
  refusals: ['booking-too-early', 'booking-other-day', 'booking-ended', 'building-paused', 'day-closed', 'system-down'],
  run: async (call) => {
    const { stage, body, params, device, key, fingerprint } = call
    const speaker = speakerAt(call)
    if (!('actor' in speaker)) return speaker
    const { kiosk, actor } = speaker
    const how = { kiosk, delivery: body.delivery }
    const done = await stage.bookings.checkIn(params.code ?? '', how, { actor, device, key, fingerprint })
    if ('mismatch' in done) return done
    if (!('answer' in done.outcome)) return { outcome: done.outcome }
    const ticket = readTicket(stage.hall.told, ticketOf(done.outcome.answer), 'with-code')
    return { json: { ticket, again: done.again } }
  },
})

const importBookings = operation({
  id: 'importBookings',
  method: 'post',
  path: '/api/bookings/import',
  summary:
    'Bookings from a list with the columns layanan, tanggal, jam, prioritas, berkas (or in English): all of them or none.',
  access: staff,
  largeBody: true,
  keepsAnswer: true,
  body: wire.ImportBookingsBody,
  answer: wire.ImportBookingsAnswer,
  run: async ({ stage, body, actor, key }) => {
    const { bookings, mistakes } = readBookingCsv(body.csv)
    const { timeZone } = siteOf(stage)
    const ofRow = (index: number) => (key === null ? null : `${key}:${index}`)
    const wishes = bookings.map((row, index) => ({ ...wishOf(row, stage, actor), key: ofRow(index) }))
    const isOwn = wishes.map(({ service }) => mayBook(stage, actor, service))
    const isSound = mistakes.length === 0 && isOwn.every(Boolean)
    const isTrial = body.commit !== true || !isSound
    const troubles = await stage.bookings.bookAll(wishes, isTrial)
    const write = instantWriter(timeZone)
    const read = wishes.map(({ service, slotAt }, index) => {
      const error = isOwn[index] ? sentence(troubles[index] ?? null) : problems['not-yours']
      const line = bookings[index]?.line ?? 0
      return { line, service, slotAt: write(slotAt), ok: error === null, ...(error ? { error } : {}) }
    })
    const wrong = mistakes.map((mistake) => ({ ...mistake, slotAt: null, ok: false }))
    const rows = [...read, ...wrong].sort((a, b) => a.line - b.line)
    const imported = !isTrial && rows.every(({ ok }) => ok) ? rows.length : 0
    return { json: { rows, imported } }
  },
})

const wishOf = (row: CsvBooking, { hall }: Stage, { id }: Actor): TimedWish => ({
  service: row.service,
  slotAt: instantAt(hall.told, row.day, row.time),
  priority: row.priority,
  english: false,
  items: row.items,
  source: 'import',
  by: id,
})

const sentence = (trouble: Refusal | 'unknown' | null): Text | null =>
  trouble === null ? null : trouble === 'unknown' ? problems['unknown-service'] : refusals[trouble.refused]

export const bookingOperations: readonly Operation[] = [
  listSlots,
  makeBooking,
  listBookings,
  exportBookings,
  importBookings,
  getBooking,
  cancelBooking,
  checkInBooking,
]
