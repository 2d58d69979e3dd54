import type { CommandOf } from '../../../server/contract/commands.ts'
import { officerAt, openDay } from './_day.ts'
import { entryBuilding, exception, wita } from './_entry.ts'

const opened = (time: string) => {
  const day = openDay(entryBuilding())
  day.clock.at = wita(time)
  return day
}

let made = 0
function paper(number: number, taken: string, more: Partial<CommandOf<'enter-paper'>> = {}): CommandOf<'enter-paper'> {
  made += 1
  const codes = { ticket: `q${made}`, publicCode: `qp${made}` }
  return { verb: 'enter-paper', ...codes, service: 'A1', number, priority: false, takenAt: wita(taken), ...more }
}

test('[R2.1, R2.2] a paper number has the label on the paper, and its series skips it', () => {
  const day = opened('09:00')
  day.issue('A1')
  expect(day.act(paper(7, '08:50')).ticket).toMatchObject({
    label: 'A-007',
    prefix: 'A',
    number: 7,
    paper: true,
    takenAt: wita('08:50'),
    delivery: 'none',
  })
  expect(day.ticket(day.issue('A2')).label).toBe('A-002')
  expect(day.act(paper(3, '08:40')).ticket?.label).toBe('A-003')
  expect(day.ticket(day.issue('A1')).label).toBe('A-004')
  for (const label of ['A-005', 'A-006', 'A-008']) expect(day.ticket(day.issue('A1')).label).toBe(label)
  expect(day.act(paper(1234, '08:55')).ticket?.label).toBe('A-1234')
})

test('[R2.2] a number is in use once a day, whichever way it came', () => {
  const day = opened('09:00')
  day.issue('A1')
  expect(day.ask(paper(1, '08:50'))).toEqual({ refusal: { refused: 'number-taken', next: { label: 'A-001' } } })
  day.act(paper(9, '08:50'))
  expect(day.refused(paper(9, '08:30', { service: 'A2' }))).toBe('number-taken')
  expect(day.act(paper(9, '08:30', { service: 'B1' })).ticket?.label).toBe('B-009')
})

test('[R4.0] papers and slips stand in one order, by the time of taking', () => {
  const day = opened('09:00')
  const first = day.issue('A1')
  day.clock.at = wita('09:30')
  const last = day.issue('A1')
  day.act(paper(52, '09:20', { ticket: 'p52' }))
  day.act(paper(51, '09:10', { ticket: 'p51' }))
  day.act(paper(50, '08:50', { ticket: 'p50' }))
  expect(day.leg('p51')).toMatchObject({ state: 'waiting', placeAt: wita('09:10'), queuedAt: wita('09:10') })
  expect(day.leg(day.issue('A1')).placeAt).toBe(wita('09:30'))
  expect(day.callAll(1).slice(0, 5)).toEqual(['p50', first, 'p51', 'p52', last])
})

test.each([
  ['2026-07-13T23:00:00+08:00', '2026-07-14T00:00:00+08:00'],
  ['2026-07-14T09:00:01+08:00', '2026-07-14T09:00:00+08:00'],
  ['2026-07-14T08:30:00+08:00', '2026-07-14T08:30:00+08:00'],
])('[R4.0] taken at %s, it stands at %s', (taken, place) => {
  const day = opened('09:00')
  const { ticket } = day.act(paper(5, '09:00', { takenAt: Date.parse(taken) }))
  expect(ticket).toMatchObject({ takenAt: Date.parse(place), legs: [{ placeAt: Date.parse(place) }] })
})

test('[R6.1] it was given already, so only a day that is closed refuses it', () => {
  const day = openDay(
    entryBuilding((site) => {
      site.exceptions = [exception('X', '2026-07-14', '2026-07-14', '')]
    }),
  )
  day.act(paper(5, '07:30'))
  day.act({ verb: 'close-day' })
  expect(day.refused(paper(6, '07:40'))).toBe('day-closed')
  expect(day.ask(paper(6, '07:40', { service: 'ZZ' }))).toEqual({ unknown: 'service' })
})

test('an officer enters the papers of their own booth alone', () => {
  const day = opened('09:00')
  expect(day.refused(paper(5, '08:30'), officerAt(3, 'B'))).toBe('forbidden')
  expect(day.ask(paper(5, '08:30'), officerAt(1))).toHaveProperty('answer')
})
