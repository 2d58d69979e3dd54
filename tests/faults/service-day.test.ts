import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type HubProcess, startHub } from '../_hub.ts'
import type { Ticket } from '../server/http/_hall.ts'
import { readJournal } from './_journal.ts'

// Ends a run that hangs; nothing here is judged by the speed of the machine.
jest.setTimeout(240_000)

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'antrean-day-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const at = (clock: string) => startHub({ dataDir, env: { ANTREAN_CLOCK: clock } })
const issue = async ({ http }: HubProcess, key?: string) =>
  (await http.post<{ ticket: Ticket }>('/api/tickets', { body: { service: 'DUKC-01', delivery: 'none' }, key })).body
    .ticket

async function issueAt(clock: string): Promise<Pick<Ticket, 'label' | 'serviceDay'>> {
  await using hub = await at(clock)
  const { label, serviceDay } = await issue(hub)
  return { label, serviceDay }
}

test('[R2.5] 07.59 and 08.01 WITA are one day, and so are the minutes around UTC midnight', async () => {
  // 08.00 WITA is midnight UTC.
  expect(await issueAt('2026-07-14T07:59:00+08:00')).toEqual({ label: 'D-001', serviceDay: '2026-07-14' })
  expect(await issueAt('2026-07-14T08:01:00+08:00')).toEqual({ label: 'D-002', serviceDay: '2026-07-14' })
  expect(await issueAt('2026-07-14T23:59:30+08:00')).toEqual({ label: 'D-003', serviceDay: '2026-07-14' })
  expect(await issueAt('2026-07-14T16:00:01Z')).toEqual({ label: 'D-001', serviceDay: '2026-07-15' })
})

test('[R2.2, R2.5] over midnight of the site, at full speed: not one number of the new day in the old series', async () => {
  await using hub = await at('2026-07-14T23:59:50+08:00 x60')
  let tickets: (Ticket & { takenAt: string })[] = []
  while (tickets.at(-1)?.serviceDay !== '2026-07-15') {
    tickets = [
      ...tickets,
      ...((await Promise.all(Array.from({ length: 4 }, () => issue(hub)))) as (Ticket & { takenAt: string })[]),
    ]
  }
  for (const { takenAt, serviceDay } of tickets) expect(takenAt.slice(0, 10)).toBe(serviceDay)
  for (const day of ['2026-07-14', '2026-07-15']) {
    const labels = tickets.filter(({ serviceDay }) => serviceDay === day).map(({ label }) => label)
    expect(labels.sort()).toEqual(labels.map((_, index) => `D-${String(index + 1).padStart(3, '0')}`))
  }
  expect(hub.faults()).toEqual([])
})

test('[R3.23] yesterday’s number is told that it was yesterday’s', async () => {
  await using evening = await at('2026-07-14T23:58:00+08:00')
  const { publicCode } = await issue(evening)
  await evening.stop()
  await using morning = await at('2026-07-15T07:00:00+08:00')
  expect((await morning.http.get(`/api/tickets/${publicCode}`)).body).toMatchObject({
    ticket: { state: 'expired', serviceDay: '2026-07-14', can: [] },
  })
  const late = await morning.http.post(`/api/tickets/${publicCode}/visitor`, { body: { action: 'here' } })
  expect(late.body).toMatchObject({ refusal: { name: 'other-day', next: { day: '2026-07-14' } } })
})

test('a restart goes on from the later of the given instant and the journal’s last', async () => {
  const clock = '2026-07-14T09:00:00+08:00 x600'
  await using first = await at(clock)
  await issue(first)
  await new Promise((resolve) => setTimeout(resolve, 300))
  const { queuedAt } = await issue(first)
  expect(Date.parse(queuedAt)).toBeGreaterThan(Date.parse('2026-07-14T09:03:00+08:00'))
  await first.kill()
  await using again = await at(clock)
  const next = await issue(again)
  expect(Date.parse(next.queuedAt)).toBeGreaterThanOrEqual(Date.parse(queuedAt))
  expect(next.label).toBe('D-003')
  await again.kill()
  await using later = await at('2026-07-14T15:00:00+08:00')
  expect((await issue(later)).queuedAt.slice(0, 16)).toBe('2026-07-14T15:00')
  const times = readJournal(dataDir).map(({ at: instant }) => instant)
  expect(times).toEqual([...times].sort((a, b) => a - b))
})
