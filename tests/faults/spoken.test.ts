import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HallTicket } from '../../server/contract/hall.ts'
import type { SitePackage } from '../../server/contract/site.ts'
import { type HubProcess, startHub } from '../_hub.ts'
import { until } from '../_until.ts'
import { readJournal, ticketsOf } from './_journal.ts'

// Ends a run that hangs; nothing here is judged by the speed of the machine.
jest.setTimeout(240_000)

interface Line {
  at: string
  startedAt: string
  endedAt: string
  zone: string
  label: string
  counter: number
  lang: string
  sentence: string
  call: number
}

const crowd = 30

/** The demo building with one zone for its whole ground floor and as many counters, so that thirty share a loudspeaker. */
function writeOneZoneSite(): { file: string; zone: string; counters: number[]; folder: string } {
  const site = JSON.parse(readFileSync('sites/paser.json', 'utf8')) as SitePackage
  const ground = site.floors[0]?.level
  const zone = site.zones.find(({ floor }) => floor === ground)?.code ?? ''
  const booths = site.booths.map((booth) => (booth.floor === ground ? { ...booth, zone } : booth))
  const here = new Set(booths.filter((booth) => booth.zone === zone).map(({ code }) => code))
  const counters = [...site.counters]
  const [first] = counters
  for (let number = 101; counters.filter(({ booth }) => here.has(booth)).length < crowd; number++)
    counters.push({ ...first!, number })
  const folder = mkdtempSync(join(tmpdir(), 'antrean-site-'))
  const file = join(folder, 'one-zone.json')
  writeFileSync(file, JSON.stringify({ ...site, booths, counters }))
  return { file, zone, folder, counters: counters.filter(({ booth }) => here.has(booth)).map(({ number }) => number) }
}

const speakerFolder = (dataDir: string, zone: string) => join(dataDir, 'virtual/speakers', zone)

function spokenIn(dataDir: string, zone: string): Line[] {
  const log = join(speakerFolder(dataDir, zone), 'spoken.jsonl')
  const text = existsSync(log) ? readFileSync(log, 'utf8') : ''
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)
}

async function untilSpoken(dataDir: string, zone: string, lines: number): Promise<Line[]> {
  await until(() => spokenIn(dataDir, zone).length >= lines)
  return spokenIn(dataDir, zone)
}

async function callEverybody(hub: HubProcess, counters: readonly number[]): Promise<void> {
  const { services } = (await hub.http.get<{ services: { code: string; booth: { code: string } }[] }>('/api/services'))
    .body
  const seats = await Promise.all(
    counters.map(async (number) => {
      const token = await hub.session('officer', number)
      const { body } = await hub.http.post<{ counter: { booth: string } }>(`/api/counters/${number}/open`, { token })
      return { number, token, service: services.find(({ booth }) => booth.code === body.counter.booth)?.code }
    }),
  )
  for (const { service } of seats)
    await hub.http.post('/api/tickets', { body: { service, delivery: 'none', locale: 'id', priority: 'elderly' } })
  const answers = await Promise.all(
    seats.map(({ number, token }) => hub.http.post(`/api/counters/${number}/call-next`, { token })),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
}

function expectWellSpoken(spoken: readonly Line[], called: readonly HallTicket[], folder: string): void {
  expect(spoken.map(({ label }) => label)).toEqual(called.map(({ label }) => label))
  let before = ''
  for (const { startedAt, endedAt, at, call } of spoken) {
    expect(call).toBe(1)
    expect(startedAt >= before && startedAt >= at && endedAt > startedAt).toBe(true)
    before = endedAt
  }
  const files = readdirSync(folder).filter((name) => name.endsWith('.wav'))
  expect(files.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual(
    spoken.map(({ label }, index) => `${index + 1}-${label}.wav`),
  )
  // R4.11: nothing that is spoken or kept of it singles anybody out.
  expect(JSON.stringify(spoken)).not.toMatch(/elderly|disabil|pregnan|infant|lansia|priorit/i)
}

const clock = '2026-07-14T09:00:00+08:00 x60'

test('[R5.2] thirty first calls within a second in one zone are thirty announcements, in order, none over another', async () => {
  const site = writeOneZoneSite()
  await using hub = await startHub({ env: { ANTREAN_CLOCK: clock, ANTREAN_SITE: site.file } })
  await callEverybody(hub, site.counters)
  const spoken = await untilSpoken(hub.dataDir, site.zone, crowd)
  await hub.stop()
  expect(spokenIn(hub.dataDir, site.zone)).toHaveLength(crowd)
  expectWellSpoken(spoken, ticketsOf(readJournal(hub.dataDir), 'called'), speakerFolder(hub.dataDir, site.zone))
  expect(hub.faults()).toEqual([])
  rmSync(site.folder, { recursive: true })
})

test('[R5.2] killed in the middle of speaking: the rest is spoken after the restart, and nothing twice', async () => {
  const site = writeOneZoneSite()
  const env = { ANTREAN_CLOCK: clock, ANTREAN_SITE: site.file }
  await using first = await startHub({ env })
  const { dataDir } = first
  await callEverybody(first, site.counters)
  await untilSpoken(dataDir, site.zone, 8)
  await first.kill()
  expect(spokenIn(dataDir, site.zone).length).toBeLessThan(crowd)
  await using hub = await startHub({ dataDir, env })
  const spoken = await untilSpoken(dataDir, site.zone, crowd)
  await hub.stop()
  expectWellSpoken(spoken, ticketsOf(readJournal(dataDir), 'called'), speakerFolder(dataDir, site.zone))
  expect(hub.faults()).toEqual([])
  rmSync(site.folder, { recursive: true })
})
