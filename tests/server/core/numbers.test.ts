import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '../../../server/contract/commands.ts'
import { PrefixSchema, type SitePackage, SitePackageSchema } from '../../../server/contract/site.ts'
import { labelOf } from '../../../server/core/issuing.ts'
import { building } from './_building.ts'
import { minutes, openDay } from './_day.ts'
import { issuing } from './_entry.ts'

const site = building({ profiles: { 1: [['A1', 'A2', 'A3']], 2: [['B1']] }, series: { A3: 'X' } })

test('[R2.1] a label is a prefix and three digits, four when the series overflows', () => {
  expect([1, 23, 999, 1000, 4321].map((number) => labelOf('D', number))).toEqual([
    'D-001',
    'D-023',
    'D-999',
    'D-1000',
    'D-4321',
  ])
})

test('[R2.1] the thousandth number of a day is given like the others, and called in turn', () => {
  const day = openDay(site)
  const ids = Array.from({ length: 1001 }, () => day.issue('A1'))
  const labels = ids.map((id) => day.ticket(id).label)
  expect(labels.slice(-3)).toEqual(['A-999', 'A-1000', 'A-1001'])
  expect(new Set(labels).size).toBe(1001)
  expect(day.callNext(1)).toBe(ids[0])
})

test.each([
  ['A', true],
  ['DZ', true],
  ['I', false],
  ['O', false],
  ['Q', false],
  ['AO', false],
  ['ABC', false],
  ['', false],
  ['a', false],
  ['7', false],
])('[R2.1] prefix "%s" may be given: %s', (prefix, isFine) => {
  expect(PrefixSchema.safeParse(prefix).success).toBe(isFine)
})

test('[R2.2] a series is a prefix: one for a booth, and one for a service that counts for itself', () => {
  const day = openDay(site)
  const labels = ['A1', 'A2', 'A3', 'B1', 'A1', 'A3'].map((service) => day.ticket(day.issue(service)).label)
  expect(labels).toEqual(['A-001', 'A-002', 'X-001', 'B-001', 'A-003', 'X-002'])
})

test('[R2.2] every series begins again with the service day, and yesterday stays readable', () => {
  const day = openDay(site)
  const yesterday = day.ticket(day.issue('A1'))
  day.issue('A3')
  day.act({ verb: 'close-day' })
  day.act({ verb: 'open-day', day: '2026-07-15' })
  expect([day.ticket(day.issue('A1')).label, day.ticket(day.issue('A3')).label]).toEqual(['A-001', 'X-001'])
  expect(day.hall.past.get(yesterday.publicCode)?.label).toBe('A-001')
  expect(day.hall.codes.has(yesterday.publicCode)).toBe(false)
})

test('[R2.2] a refused command takes no number', () => {
  const day = openDay(site)
  day.wait(12 * 60 * minutes)
  expect(day.refused(issuing('A1'))).toBe('closed-now')
  expect(day.refused(issuing('ZZ'))).toBe('unknown service')
  expect(day.ticket(day.issue('A1')).label).toBe('A-001')
})

const journeys = (after?: Record<string, string[]>): SitePackage['journeys'] => [
  { code: 'J', name: { id: 'J', en: 'J' }, services: ['A1', 'B1', 'A3'], ...(after ? { after } : {}) },
]
const onJourney = (command: Command, after?: Record<string, string[]>) => {
  const day = openDay({ ...site, journeys: journeys(after) })
  const { ticket } = day.act(command)
  return { day, legs: ticket?.legs.map(({ service, state }) => `${service} ${state}`), label: ticket?.label }
}

test('[R2.2] a journey has one number, of the series of the service it begins with', () => {
  const inOrder = onJourney(issuing('A1', { journey: 'J', inForce: false }))
  expect(inOrder.label).toBe('A-001')
  expect(inOrder.legs).toEqual(['A1 waiting', 'B1 planned', 'A3 planned'])
  const free = { A1: ['A3'] }
  // It begins with the service asked for where that is free, else with the first that is.
  expect(onJourney(issuing('A3', { journey: 'J', inForce: false }), free)).toMatchObject({
    label: 'X-001',
    legs: ['A3 waiting', 'A1 planned', 'B1 planned'],
  })
  expect(onJourney(issuing('A1', { journey: 'J', inForce: false }), free)).toMatchObject({
    label: 'B-001',
    legs: ['B1 waiting', 'A1 planned', 'A3 planned'],
  })
  expect(inOrder.day.ask(issuing('A1', { journey: 'ZZ' }))).toEqual({ unknown: 'journey' })
})

test('[R3.1] a journey on paper is reserved as a whole', () => {
  const { legs } = onJourney(issuing('A1', { journey: 'J', inForce: false, delivery: 'print', kiosk: 'K1' }))
  expect(legs).toEqual(['A1 reserved', 'B1 planned', 'A3 planned'])
})

test('[R2.3] the label outlives every change of the ticket, and its service', () => {
  const day = openDay(site)
  const id = day.issue('A1')
  day.callNext(1)
  day.does('miss', id)
  day.visitor(id, 'here')
  day.act({ verb: 'set-priority', ticket: id, priority: true, reason: null })
  day.transfer(id, { service: 'B1' })
  expect(day.ticket(id)).toMatchObject({ label: 'A-001', prefix: 'A', number: 1 })
  expect(day.ticket(day.issue('B1')).label).toBe('B-001')
})

test('[R2.4] a ticket is found by its public code, which is its own and no part of the label', () => {
  const day = openDay(site)
  const [one, two] = [day.issue('A1'), day.issue('A1')]
  expect(day.hall.codes.get('code-1')).toBe(one)
  expect(day.hall.codes.get('code-2')).toBe(two)
  day.wait(minutes)
  day.callNext(1)
  expect(day.ticket(one).publicCode).toBe('code-1')
})

test("[R2.6] a booth's sign is its position in the building's data, two digits", () => {
  const file = join(__dirname, '../../../sites/paser.json')
  const paser = SitePackageSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  expect(paser.booths.map(({ sign }) => sign)).toEqual(
    paser.booths.map((_, index) => String(index + 1).padStart(2, '0')),
  )
})
