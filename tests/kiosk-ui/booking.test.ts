import { errandServices } from '../../kiosk-ui/directory.ts'
import { advance, type JourneyEvent } from '../../kiosk-ui/journey.ts'
import { freshJourney, type Journey, requestOf } from '../../kiosk-ui/journey-state.ts'
import { codeText, readScan } from '../../kiosk-ui/scan.ts'
import type { BookingWire } from '../../server/contract/booking-wire.ts'
import type { KioskSnapshot } from '../../server/contract/live.ts'

const at = 1_000
const walk = (...events: readonly JourneyEvent[]): Journey =>
  events.reduce((journey, event, index) => advance(journey, event, at + index * 1_000), freshJourney(at))

const booking: BookingWire = {
  code: 'K7M3PX9Q',
  service: 'DUKC-02',
  serviceName: { id: 'Cetak KTP-el', en: 'Print an ID card' },
  agency: 'Disdukcapil',
  sign: '02',
  floor: 1,
  slotAt: '2026-07-14T10:00:00.000+08:00',
  day: '2026-07-14',
  hasSlot: true,
  items: 1,
  locale: 'id',
  state: 'booked',
  checkIn: { from: '2026-07-14T09:00:00.000+08:00', to: '2026-07-14T10:15:00.000+08:00' },
  refusal: null,
  requirements: [],
  ticket: null,
}
const toBooking = [
  { type: 'code' },
  { type: 'look-up', text: 'K7M3PX9Q' },
  { type: 'booking', text: 'K7M3PX9Q', booking },
] as const satisfies readonly JourneyEvent[]

describe('what a scanner or a person types', () => {
  it.each([
    ['http://192.168.1.10:8080/b/k7m3px9q', { booking: 'K7M3PX9Q' }],
    ['https://mpp.example/latihan/b/K7M3PX9Q?x=1', { booking: 'K7M3PX9Q' }],
    ['http://192.168.1.10:8080/t/abcdefghjkmnp', { number: 'abcdefghjkmnp' }],
    ['k7m3 px9q', { booking: 'K7M3PX9Q' }],
    ['K7M3-PX9Q', { booking: 'K7M3PX9Q' }],
    ['ABCDEFGHJKMNP', { number: 'abcdefghjkmnp' }],
    ['8991234567890123', null],
    ['../../etc', null],
    ['', null],
  ])('%s', (text, scanned) => {
    expect(readScan(text)).toEqual(scanned)
  })

  it('is shown in fours', () => {
    expect([codeText('k7m3px9q'), codeText('k7m3'), codeText('k7m3p')]).toEqual(['K7M3 PX9Q', 'K7M3', 'K7M3 P'])
  })
})

describe('a booking at the kiosk', () => {
  it('is looked up, shown, and checked in once', () => {
    const shown = walk(...toBooking)
    expect(shown).toMatchObject({ step: 'booking', lookup: null, booking: { code: 'K7M3PX9Q' } })
    const once = advance(shown, { type: 'check-in', key: 'k1' }, at)
    expect(advance(once, { type: 'check-in', key: 'k2' }, at).attempt).toEqual(once.attempt)
    expect(requestOf(once.attempt!, 'K1')).toEqual({
      path: '/api/bookings/K7M3PX9Q/check-in',
      body: { kiosk: 'K1', delivery: 'print' },
    })
    const lost = advance(once, { type: 'unanswered', key: 'k1' }, at)
    expect(advance(lost, { type: 'check-in', key: 'k3' }, at).attempt).toMatchObject({ key: 'k1', state: 'sending' })
  })

  it('is not shown when meanwhile something else was asked, and a code that is unknown stays on its page', () => {
    const later = walk({ type: 'look-up', text: 'first' }, { type: 'look-up', text: 'K7M3PX9Q' })
    const late = advance(later, { type: 'booking', text: 'first', booking }, at)
    expect(late).toBe(later)
    const unknown = advance(later, { type: 'not-found', text: 'K7M3PX9Q', state: 'unknown' }, at)
    expect(unknown).toMatchObject({ step: 'code', lookup: { state: 'unknown' } })
  })

  it('is forgotten for the next visitor, and nothing is looked up while a number is on the screen', () => {
    expect(advance(walk(...toBooking), { type: 'done' }, at)).toMatchObject({
      booking: null,
      mine: null,
      step: 'welcome',
    })
    const taken = walk(
      ...toBooking,
      { type: 'check-in', key: 'k1' },
      {
        type: 'taken',
        key: 'k1',
        publicCode: 'abc',
        label: 'D-008',
        takenAt: booking.slotAt,
        phase: 'printing',
      },
    )
    expect(taken).toMatchObject({ step: 'ticket', taken: { service: 'DUKC-02' } })
    expect(advance(taken, { type: 'look-up', text: 'x' }, at).step).toBe('ticket')
  })
})

describe('an errand over several booths', () => {
  const service = (code: string, open: boolean, minutes: number | null) =>
    ({
      code,
      open,
      estimate: minutes === null ? null : { minutes: [0, minutes] },
    }) as unknown as KioskSnapshot['services'][number]
  const services = [service('A', true, 40), service('B', true, 10), service('C', false, 5)]
  const name = { id: 'x', en: 'x' }

  it('is one number for all of it, and another service afterwards is not', () => {
    const priority = walk(
      { type: 'start' },
      { type: 'errand', errand: 'LOST-ID-CARD', service: 'PSPK-01' },
      { type: 'ask-priority' },
      { type: 'take', key: 'k1', priority: 'elderly' },
    )
    expect(requestOf(priority.attempt!, 'K1').body).toMatchObject({
      service: 'PSPK-01',
      journey: 'LOST-ID-CARD',
      priority: 'elderly',
    })
    const other = walk(
      { type: 'start' },
      { type: 'errand', errand: 'LOST-ID-CARD', service: 'PSPK-01' },
      { type: 'back' },
      { type: 'service', booth: 'DUKC', service: 'DUKC-01' },
      { type: 'take', key: 'k1', priority: null },
    )
    expect(requestOf(other.attempt!, 'K1').body).not.toHaveProperty('journey')
  })

  it('begins as listed, or where its order is free with the shortest wait that is open', () => {
    const listed = { code: 'X', name, services: ['A', 'B', 'C'] }
    expect(errandServices(listed, { services })).toMatchObject({ first: { code: 'A' }, inOrder: true })
    const free = { ...listed, after: { A: ['B'] } }
    expect(errandServices(free, { services })).toMatchObject({ first: { code: 'B' }, inOrder: false })
    expect(errandServices({ ...listed, services: ['C', 'A'] }, { services }).first?.code).toBe('C')
  })
})

describe('a time on another day', () => {
  const toTimes = [
    { type: 'service', booth: 'DUKC', service: 'DUKC-02' },
    { type: 'sheet', sheet: 'uncertain' },
    { type: 'other-day' },
  ] as const satisfies readonly JourneyEvent[]

  it('is chosen from where no number is given, and back leads there again', () => {
    expect(walk(...toTimes)).toMatchObject({ step: 'other-day', sheet: null })
    expect(walk(...toTimes, { type: 'back' }).step).toBe('service')
  })

  it('is shown with its code, from which there is no way back', () => {
    const made = walk(...toTimes, { type: 'booked', booking })
    expect(made).toMatchObject({ step: 'booked', booking, trail: [] })
    expect(advance(made, { type: 'back' }, 9_000).step).toBe('booked')
    expect(advance(made, { type: 'done' }, 9_000).step).toBe('welcome')
  })

  it('that was booked after the visitor had left is shown to nobody else', () => {
    expect(walk({ type: 'booked', booking }).step).toBe('welcome')
  })

  it('clears a refused request for a number', () => {
    const refused = walk(
      { type: 'service', booth: 'DUKC', service: 'DUKC-02' },
      { type: 'ask-priority' },
      { type: 'take', key: 'k', priority: null },
      { type: 'refused', key: 'k', refusal: { name: 'quota-full', message: { id: 'x', en: 'x' } } },
      { type: 'other-day' },
    )
    expect(refused).toMatchObject({ step: 'other-day', attempt: null })
  })
})
