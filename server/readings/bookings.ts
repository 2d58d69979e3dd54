import type { KeptBooking } from '../contract/booking.ts'
import type { BookingWire, StaffBookingWire } from '../contract/booking-wire.ts'
import type { Refusal } from '../contract/refusals.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { instantOf, wallClockAt } from '../core/zone-time.ts'
import { instantWriter } from './instants.ts'
import { readRefusal } from './services.ts'

/** A booking as its holder sees it: when, where, from when to when to check in, and what to bring. */
export function readBooking(hall: Hall, kept: KeptBooking, refusal: Refusal | null): BookingWire {
  const catalogue = catalogueOf(hall)
  const { site } = catalogue.site
  const { bookingEarlyMinutes, bookingLateMinutes } = site.rules
  const write = instantWriter(site.timeZone)
  const service = catalogue.services.get(kept.service)
  const booth = service && catalogue.booths.get(service.booth)
  const ticket = hall.tickets.get(hall.checkedIn.get(kept.code) ?? '')
  return {
    code: kept.code,
    service: kept.service,
    serviceName: service?.name ?? { id: kept.service, en: kept.service },
    agency: booth ? catalogue.agencyOfBooth(booth.code).short : '',
    sign: booth?.sign ?? '',
    floor: booth?.floor ?? 0,
    slotAt: write(kept.slotAt),
    day: kept.day,
    hasSlot: service?.booking !== undefined,
    items: kept.items,
    locale: kept.english ? 'en' : 'id',
    state: kept.state,
    checkIn: {
      from: write(kept.slotAt - bookingEarlyMinutes * 60_000),
      to: write(kept.slotAt + bookingLateMinutes * 60_000),
    },
    refusal: refusal && readRefusal(refusal),
    requirements: service?.requirements ?? [],
    ticket: ticket?.publicCode ?? null,
  }
}

export const readStaffBooking = (hall: Hall, kept: KeptBooking, refusal: Refusal | null): StaffBookingWire => ({
  ...readBooking(hall, kept, refusal),
  priority: kept.priority,
  source: kept.source,
})

/** Date and time of day on the building's wall clock; `at` in epoch ms. */
export const wallClockOf = (hall: Hall, at: number) => wallClockAt(at, catalogueOf(hall).site.site.timeZone)

/** Epoch ms of a date and a time of day (09:30) on the building's wall clock. */
export const instantAt = (hall: Hall, day: string, time: string): number =>
  instantOf(day, time, catalogueOf(hall).site.site.timeZone)
