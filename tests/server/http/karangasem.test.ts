import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RefusalWire, ServicesAnswer } from '../../../server/contract/api.ts'
import type { SitePackage } from '../../../server/contract/site.ts'
import { openHall } from './_hall.ts'

const booth = { code: 'DSOS', service: 'DSOS-01', counter: 13 }
const deskMinutes = 11
const capacity = 24
const closing = Date.parse('2026-07-14T15:00:00+08:00')
/** A minute to the counter and the time there; one call in twenty that nobody answers. */
const stayMs = (0.95 * (deskMinutes + 1) + 0.05 * 1.25) * 60_000
const now = new Date(closing - (capacity + 0.5) * stayMs)

const folder = mkdtempSync(join(tmpdir(), 'antrean-karangasem-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function writeSite(): string {
  const site = JSON.parse(readFileSync('sites/paser.json', 'utf8')) as SitePackage
  const services = site.services.map((one) => (one.booth === booth.code ? { ...one, minutes: deskMinutes } : one))
  const file = join(folder, 'site.json')
  writeFileSync(file, JSON.stringify({ ...site, services }))
  return file
}

test('[R6.2] Karangasem through the door: one counter that can serve 24 more; whoever is the 25th is warned or refused', async () => {
  const env = { ANTREAN_SITE: writeSite(), ANTREAN_RULES: 'full', ANTREAN_CLOCK: `${now.toISOString()} x0.01` }
  await using hall = await openHall({ env })
  await hall.officer(booth.counter)
  const told: string[] = []
  for (let visitor = 1; visitor <= 50; visitor++) {
    const { services } = (await hall.call<ServicesAnswer>('listServices')).body
    const listed = services.find(({ code }) => code === booth.service)
    told.push(listed?.refusal?.name ?? listed?.promise ?? 'nothing')
    const { status, body } = await hall.call<{ refusal?: RefusalWire }>('issueTicket', {
      body: { service: booth.service, delivery: 'none' },
    })
    // The door does what the list said.
    expect([visitor, status]).toEqual([visitor, listed?.refusal ? 409 : 201])
    if (!listed?.refusal) continue
    expect(body.refusal).toMatchObject({ name: 'closing-soon', next: { closesAt: closing } })
    break
  }
  const [green, amber] = ['green', 'amber'].map((one) => told.filter((each) => each === one).length)
  expect(told).toEqual([...Array(green).fill('green'), ...Array(amber).fill('amber'), 'closing-soon'])
  expect(told[capacity]).not.toBe('green')
  // It warns those who may be too late, and refuses nobody who would be served.
  expect(green).toBeGreaterThan(10)
  expect(amber).toBeGreaterThan(0)
  expect(told.length - 1).toBeGreaterThanOrEqual(capacity - 2)
  expect(told.length - 1).toBeLessThanOrEqual(capacity + 1)
  expect(hall.hub.faults()).toEqual([])
})
