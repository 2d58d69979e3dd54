import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SitePackage } from '../../../server/contract/site.ts'
import { type OpenedHall, openHall, type Ticket } from './_hall.ts'
import { named, type Refused, siteDesk } from './_site.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'antrean-rush-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
const open = () => openHall({ dataDir, env: { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00' } })

const counters = [1, 2, 4, 5, 6, 9, 10, 11]
const services = ['PTSP-01', 'PTSP-02', 'DUKC-01', 'DUKC-02', 'DUKC-03', 'BPJK-01', 'BPJK-02']

/** Takes numbers one after another; gives all that were taken. */
async function arrive(hall: OpenedHall, count: number, offset: number): Promise<Ticket[]> {
  const taken: Ticket[] = []
  for (let n = 0; n < count; n++) taken.push(await hall.issue(services[(n + offset) % services.length] as string))
  return taken
}

/** Calls and finishes at a counter until there is nobody and `isOver`; the ids in the order of their calls. */
async function serve(hall: OpenedHall, counter: number, isOver: () => boolean): Promise<string[]> {
  const called: string[] = []
  for (;;) {
    const { status, body } = await hall.callNext(counter)
    if (status === 200) {
      called.push(body.ticket.id)
      await hall.act('startService', body.ticket, counter)
      expect((await hall.act('finishService', body.ticket, counter)).status).toBe(200)
    } else if (isOver()) return called
    else await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Thirty changes: words and minutes, a booth closed and opened, a counter taken on and moved, a package imported. */
async function edit(hall: OpenedHall, token: string): Promise<string[]> {
  const desk = siteDesk(hall.call, token)
  const done: string[] = []
  const change = async (...wish: Parameters<typeof desk.edit>) =>
    done.push(named(await desk.change([await desk.edit(...wish)], { confirm: true })))
  for (let n = 0; n < 12; n++) await change('services', services[n % services.length] as string, { minutes: 5 + n })
  await change('booths', 'DUKC', { opens: '2026-08-03' })
  await change('booths', 'DUKC', { opens: undefined })
  await change('counters', '60', { number: 60, booth: 'KESB' })
  await change('counters', '60', { booth: 'DUKC' })
  await change('counters', '7', { profile: [['INFO-01', 'INFO-02', 'INFO-03', 'INFO-04'], ['PTSP-01']] })
  await change('booths', 'PTSP', { zone: 'B' })
  for (let n = 0; n < 10; n++) await change('agencies', 'PTSP', { short: `PTSP ${n}` })
  const { body } = await hall.call<SitePackage>('exportPackage', { token })
  const changed = { ...body, site: { ...body.site, short: 'MPP Impor' }, journeys: body.journeys.toReversed() }
  const imported = await hall.call<Refused>('importPackage', {
    token,
    body: { package: JSON.stringify(changed, null, 2), confirm: true },
  })
  done.push(named(imported))
  await change('services', 'BPJK-01', { name: { id: 'Peserta baru', en: 'New members' } })
  return done
}

test('a rush of numbers while the building changes thirty times: no number is lost, doubled or called twice', async () => {
  const remembered = await (async () => {
    await using hall = await open()
    for (const counter of counters) await hall.officer(counter)
    const token = await hall.hub.session('manager')
    let isOver = false
    const officers = counters.map((counter) => serve(hall, counter, () => isOver))
    const [edits, ...arrivals] = await Promise.all([
      edit(hall, token),
      ...[0, 2, 4].map((offset) => arrive(hall, 120, offset)),
    ])
    isOver = true
    const called = (await Promise.all(officers)).flat()
    const taken = arrivals.flat()

    expect(edits.filter((name) => name !== '200')).toEqual([])
    expect(edits.length).toBeGreaterThanOrEqual(30)
    expect(taken).toHaveLength(360)
    expect(new Set(called).size).toBe(called.length)
    expect(called.toSorted()).toEqual(taken.map(({ id }) => id).toSorted())
    const series = new Map<string, number[]>()
    for (const { label } of taken) {
      const [prefix = '', number] = label.split('-')
      series.set(prefix, [...(series.get(prefix) ?? []), Number(number)])
    }
    for (const numbers of series.values())
      expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_number, index) => index + 1))
    expect(hall.hub.faults()).toEqual([])
    return { site: await siteDesk(hall.call, token).read(), seq: await hall.seq() }
  })()

  await using hall = await open()
  expect(await siteDesk(hall.call, await hall.hub.session('manager')).read()).toEqual(remembered.site)
  expect(await hall.seq()).toBe(remembered.seq)
  expect(remembered.site.site.site.short).toBe('MPP Impor')
})
