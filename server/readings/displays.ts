import type { Catalogue } from '../contract/catalogue.ts'
import type { CallRecord, HallCounter } from '../contract/hall.ts'
import type { BoothSnapshot, CallState, DisplayCall, DisplaySnapshot, SiteView } from '../contract/live.ts'
import { publicReason, remarkOf } from '../contract/reasons.ts'
import type { Booth, SitePackage } from '../contract/site.ts'
import { closingNoticeMs } from '../contract/standstill.ts'
import { hoursOn } from '../core/calendar.ts'
import { dayEndsAt } from '../core/day.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { callOrder } from '../core/order.ts'
import { currentLeg } from '../core/ticket.ts'
import { dateAt } from '../core/zone-time.ts'
import { readBoothState, readLines } from './lines.ts'
import type { Lens } from './reading.ts'
import { readStandstill } from './standstill.ts'
import { counterLabelOf } from './tickets.ts'

/** A room for those who find no seat shows ten. */
const callsShown = 10
const nextShown = 5

export function readSite(hall: Hall): SiteView {
  const { name, place, short, timeZone, zoneAbbreviation } = catalogueOf(hall).site.site
  return { name, place, short, timeZone, zoneAbbreviation }
}

/**
 * A zone's hall display: the latest calls of the zone and of those that it shows with it, and who still waits there. No
 * priority mark, no public code (R4.11, R2.4).
 */
export function readDisplay({ hall, now, inForce, announced }: Lens, zoneCode: string): DisplaySnapshot | null {
  const catalogue = catalogueOf(hall)
  const zone = catalogue.zones.get(zoneCode)
  if (!zone) return null
  const booths = boothsShown(catalogue, zoneCode)
  const isShown = (booth: string) => booths.some(({ code }) => code === booth)
  const { ticker, notices } = catalogue.site.site
  return {
    site: readSite(hall),
    zone: { code: zone.code, name: zone.name, floor: zone.floor },
    standstill: readStandstill({ hall, now }, (service) => isShown(catalogue.boothOfService(service).code)),
    calls: latestCalls(hall, isShown).map((record) => readCall(hall, record, zone)),
    waiting: booths.map((booth) => {
      const { state, until } = readBoothState(hall, booth.code)
      const { waiting } = readLines(hall, booth.code)
      return {
        code: booth.code,
        sign: booth.sign,
        name: catalogue.agencyOfBooth(booth.code).short,
        waiting,
        state,
        until,
      }
    }),
    ticker,
    notices,
    closing: inForce() ? readClosing(hall) : null,
    announcement: announced?.(zoneCode) ?? null,
    layout: zone.layout ?? 'calls',
    playlist: catalogue.site.playlist.filter(({ zones }) => zones === undefined || zones.includes(zoneCode)),
    isNight: inForce() && isNight(hall, now, booths),
  }
}

/** The booths of a zone, and those of the zones that its displays show with it. */
export function boothsShown(catalogue: Catalogue, zone: string): readonly Booth[] {
  const zones = new Set([zone, ...(catalogue.zones.get(zone)?.shows ?? [])])
  return [...zones].flatMap((code) => catalogue.boothsOfZone(code))
}

/** A display wakes so long before the first of its booths opens, and rests so long after the last has closed. */
const wakesBeforeMs = 90 * 60_000
const restsAfterMs = 45 * 60_000

function isNight(hall: Hall, now: number, booths: readonly Booth[]): boolean {
  const catalogue = catalogueOf(hall)
  const date = dateAt(now, catalogue.site.site.timeZone)
  if (booths.length === 0) return false
  return booths.every(
    ({ code }) =>
      readLines(hall, code).waiting === 0 &&
      catalogue.countersOfBooth(code).every(({ number }) => hall.counters.get(number)?.state !== 'open') &&
      hoursOn(catalogue, { booth: code }, date).every(
        ({ from, to }) => now < from - wakesBeforeMs || now >= to + restsAfterMs,
      ),
  )
}

/** When the day's service ends, and from when that is told; null when nobody can say. */
export function readClosing(hall: Hall): DisplaySnapshot['closing'] {
  const endsAt = dayEndsAt(hall)
  return endsAt === null ? null : { noticeAt: endsAt - closingNoticeMs, endsAt }
}

/** The last call of each ticket, latest first. */
function latestCalls(hall: Hall, isShown: (booth: string) => boolean): CallRecord[] {
  const seen = new Set<string>()
  const latest: CallRecord[] = []
  for (let index = hall.calls.length - 1; index >= 0 && latest.length < callsShown; index--) {
    const record = hall.calls[index] as CallRecord
    // R5.11: who was served at once at the desk was never called.
    if (record.call === 0) continue
    const counter = hall.counters.get(record.counter)
    if (!counter || seen.has(record.ticket) || !isShown(counter.booth)) continue
    seen.add(record.ticket)
    latest.push(record)
  }
  return latest
}

function readCall(hall: Hall, record: CallRecord, zone: Zone): DisplayCall {
  const catalogue = catalogueOf(hall)
  const booth = catalogue.boothOfCounter(record.counter)
  const ticket = hall.tickets.get(record.ticket)
  return {
    id: String(record.seq),
    at: record.at,
    label: ticket?.label ?? '',
    booth: booth.code,
    sign: booth.sign,
    counter: record.counter,
    counterLabel: counterLabelOf(hall, record.counter),
    floor: booth.floor,
    call: record.call,
    state: callState(hall, record),
    agency: catalogue.agencyOfBooth(booth.code).short,
    side: sideOf(booth.place, zone.display),
    english: ticket?.english ?? false,
  }
}

type Zone = SitePackage['zones'][number]

/** Unit vectors of the plan, whose y grows downwards. */
const directions = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const
/** Plan units; what lies nearer to the line of sight is straight ahead. */
const aheadWithin = 20

/** Left and right of somebody who faces the display: they look against the way its picture looks. */
export function sideOf(place: Booth['place'], display: Zone['display']): DisplayCall['side'] {
  if (!display) return null
  const [x, y] = directions[display.facing]
  const toBooth = [place.x + place.w / 2 - display.x, place.y + place.h / 2 - display.y] as const
  const toTheRight = toBooth[0] * y - toBooth[1] * x
  if (Math.abs(toTheRight) <= aheadWithin) return 'ahead'
  return toTheRight > 0 ? 'right' : 'left'
}

/** Whether the number is still called by that call or by a recall of it; R5.2 asks it before speaking. */
export function callState(hall: Hall, record: Pick<CallRecord, 'seq' | 'ticket' | 'counter'>): CallState {
  const first = hall.calls.findLast(({ ticket, reason }) => ticket === record.ticket && reason !== null)
  // It was called anew since, or the call was taken back.
  if (!first || record.seq < first.seq) return 'ended'
  const ticket = hall.tickets.get(record.ticket)
  if (!ticket) return 'ended'
  const { state, counter } = currentLeg(ticket)
  return counter === record.counter && (state === 'called' || state === 'serving') ? state : 'ended'
}

export function readBooth({ hall, now }: Lens, code: string): BoothSnapshot | null {
  const catalogue = catalogueOf(hall)
  const booth = catalogue.booths.get(code)
  if (!booth) return null
  const agency = catalogue.agencyOfBooth(code)
  const counters = catalogue.countersOfBooth(code).flatMap(({ number }) => hall.counters.get(number) ?? [])
  const caller = counters.find((counter) => counter.state === 'open') ?? counters[0]
  return {
    site: readSite(hall),
    booth: { code, sign: booth.sign, name: agency.name, short: agency.short, floor: booth.floor, zone: booth.zone },
    standstill: readStandstill({ hall, now }, (service) => catalogue.boothOfService(service).code === code),
    counters: counters.map((counter) => ({
      number: counter.number,
      label: counterLabelOf(hall, counter.number) ?? '',
      state: counter.state,
      // What an officer wrote is for the staff; the public reads that it is a break.
      pause: counter.pause && {
        ...counter.pause,
        reason: remarkOf(counter.pause.reason) === null ? publicReason(counter.pause.reason).id : '',
      },
      ticket: ticketAt(hall, counter),
    })),
    next: caller
      ? callOrder(hall, caller, now)
          .slice(0, nextShown)
          .map(({ ticket }) => ticket.label)
      : [],
    waiting: readLines(hall, code).waiting,
  }
}

/** Who is called or served at a counter, as everybody may see it. */
export function ticketAt(hall: Hall, counter: HallCounter): BoothSnapshot['counters'][number]['ticket'] {
  const ticket = counter.ticket === null ? undefined : hall.tickets.get(counter.ticket)
  if (!ticket) return null
  const leg = currentLeg(ticket)
  const isServing = leg.state === 'serving'
  return {
    label: ticket.label,
    state: isServing ? 'serving' : 'called',
    since: (isServing ? leg.startedAt : leg.calledAt) ?? 0,
    call: leg.calls,
    english: ticket.english,
  }
}
