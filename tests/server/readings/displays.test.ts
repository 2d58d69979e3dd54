import type { DisplaySnapshot } from '../../../server/contract/live.ts'
import { type SitePackage, SitePackageSchema } from '../../../server/contract/site.ts'
import type { Hall } from '../../../server/core/hall.ts'
import { readDisplay } from '../../../server/readings/displays.ts'
import type { Lens } from '../../../server/readings/reading.ts'
import { building } from '../core/_building.ts'
import { minutes, openDay } from '../core/_day.ts'

const words = (text: string) => ({ id: text, en: text })
const plan = building({ profiles: { 1: [['A1']], 2: [['B1']] } })
/** Booth A in zone A, booth B in zone B; zone C has no booth and shows both. */
const site: SitePackage = SitePackageSchema.parse({
  ...plan,
  zones: [
    { code: 'A', floor: 1, name: words('A') },
    { code: 'B', floor: 1, name: words('B'), layout: 'media' },
    { code: 'C', floor: 1, name: words('C'), layout: 'list', shows: ['A', 'B'] },
  ],
  booths: plan.booths.map((booth) => ({ ...booth, zone: booth.code })),
  playlist: [
    { code: 'ALL', kind: 'text', text: words('semua') },
    { code: 'ONLY-B', kind: 'text', text: words('B'), zones: ['B'] },
  ],
})

const lensOf = (hall: Hall, now: number, inForce = true): Lens => ({
  hall,
  now,
  forecast: () => null,
  admission: () => ({ refusal: null, promise: 'green', closesAt: null, startsAt: null }),
  terms: () => ({ inForce, forecast: null }),
  publicUrl: '',
  remarks: { wordsOf: () => null, notesOf: () => [] },
  inForce: () => inForce,
  shiftsOn: () => [],
})
const read = (hall: Hall, zone: string, now: number, inForce?: boolean) =>
  readDisplay(lensOf(hall, now, inForce), zone) as DisplaySnapshot

test('an overflow display shows the calls and the lines of the zones that it stands in for, and they stay as they are', () => {
  const day = openDay(site)
  for (const service of ['A1', 'B1', 'B1']) day.issue(service)
  day.callNext(1)
  day.callNext(2)
  const shown = (zone: string) => read(day.hall, zone, day.clock.at)
  const labels = (zone: string) => shown(zone).calls.map(({ label }) => label)
  expect([labels('A'), labels('B'), labels('C')]).toEqual([['A-001'], ['B-001'], ['B-001', 'A-001']])
  expect(shown('C').waiting.map(({ code, waiting }) => [code, waiting])).toEqual([
    ['A', 0],
    ['B', 1],
  ])
  expect(shown('A').waiting).toHaveLength(1)
})

test('each zone has its layout and its part of the playlist', () => {
  const { hall, clock } = openDay(site)
  const told = (zone: string) => {
    const { layout, playlist } = read(hall, zone, clock.at)
    return [layout, playlist.map(({ code }) => code)]
  }
  expect(told('A')).toEqual(['calls', ['ALL']])
  expect(told('B')).toEqual(['media', ['ALL', 'ONLY-B']])
  expect(told('C')).toEqual(['list', ['ALL']])
})

test('a display rests far from the hours of its booths, and never while somebody waits or a counter is open', () => {
  const day = openDay(site)
  const at = (time: string) => Date.parse(`2026-07-14T${time}:00+08:00`)
  const isNight = (time: string, inForce?: boolean) => read(day.hall, 'C', at(time), inForce).isNight
  for (const number of [1, 2]) day.close(number)
  expect(['06:29', '06:30', '12:00', '15:44', '15:45'].map((time) => isNight(time))).toEqual([
    true,
    false,
    false,
    false,
    true,
  ])
  expect(isNight('23:00', false)).toBe(false)
  day.clock.at += minutes
  day.issue('B1')
  expect(isNight('23:00')).toBe(false)
  expect(read(day.hall, 'A', at('23:00')).isNight).toBe(true)
})
