import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SitePackage } from '../../server/contract/site.ts'
import { SoundPolicySchema } from '../../server/contract/site-sound.ts'
import type { Fate } from '../../server/contract/sound.ts'
import { type HubProcess, startHub } from '../_hub.ts'
import { until } from '../_until.ts'
import { payloadOf, readJournal } from './_journal.ts'

const clock = '2026-07-14T09:00:00+08:00 x60'
const zones = ['A', 'B', 'C', 'D']
const perZone = 17
const numbers = zones.length * perZone

interface Line {
  startedAt: string
  endedAt: string
  zone: string
  label: string
  call: number
  others?: { label: string; call: number }[]
}

/** The demo building with as many counters in each zone, two zones that hear each other, and measures for recalls. */
function writeBusySite(): { file: string; folder: string; counters: number[] } {
  const site = JSON.parse(readFileSync('sites/paser.json', 'utf8')) as SitePackage
  const boothsIn = (zone: string) => site.booths.filter((booth) => booth.zone === zone).map(({ code }) => code)
  const counters = [...site.counters]
  const of = (zone: string) => counters.filter(({ booth }) => boothsIn(zone).includes(booth))
  for (const zone of zones)
    while (of(zone).length < perZone) counters.push({ number: 1000 + counters.length, booth: boothsIn(zone)[0] ?? '' })
  const sound = { volume: 100, hours: [], displays: 'one' as const, area: 'NEAR' }
  const busy: SitePackage = {
    ...site,
    site: {
      ...site.site,
      rules: { ...site.site.rules, recallSeconds: 0, callsAtMost: 3 },
      sound: SoundPolicySchema.parse({ busyFrom: 8, recalls: { merge: true, shorten: true, screenOnly: true } }),
    },
    zones: site.zones.map((zone) => (['A', 'B'].includes(zone.code) ? { ...zone, sound } : zone)),
    counters,
  }
  const folder = mkdtempSync(join(tmpdir(), 'antrean-site-'))
  const file = join(folder, 'busy.json')
  writeFileSync(file, JSON.stringify(busy))
  return {
    file,
    folder,
    counters: zones.flatMap((zone) =>
      of(zone)
        .slice(0, perZone)
        .map(({ number }) => number),
    ),
  }
}

const spokenIn = (dataDir: string, zone: string): Line[] => {
  const log = join(dataDir, 'virtual/speakers', zone, 'spoken.jsonl')
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(0, -1) : []
  return lines.map((line) => JSON.parse(line) as Line)
}

/** Calls one number at each counter, then each of them twice more. */
async function callAndRecall(hub: HubProcess, counters: readonly number[]): Promise<void> {
  const seats = await Promise.all(
    counters.map(async (number) => {
      const token = await hub.session('officer', number)
      const { body } = await hub.http.post<{ counter: { booth: string } }>(`/api/counters/${number}/open`, { token })
      return { number, token, service: `${body.counter.booth}-01` }
    }),
  )
  for (const { service } of seats) await hub.http.post('/api/tickets', { body: { service, delivery: 'none' } })
  const called = await Promise.all(
    seats.map(async ({ number, token }) => {
      const answer = await hub.http.post<{ ticket: { id: string } }>(`/api/counters/${number}/call-next`, { token })
      return { token, id: answer.body.ticket.id }
    }),
  )
  for (const _again of [2, 3]) {
    const answers = await Promise.all(
      called.map(({ id, token }) => hub.http.post(`/api/tickets/${id}/recall`, { token })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  }
}

test('[R5.2] two hundred calls in four zones: each is accounted for, in order, and none sounds over another', async () => {
  const site = writeBusySite()
  await using hub = await startHub({ env: { ANTREAN_CLOCK: clock, ANTREAN_SITE: site.file } })
  await callAndRecall(hub, site.counters)
  const calls = readJournal(hub.dataDir)
    .filter(({ type }) => type === 'called' || type === 'recalled')
    .map((row) => ({ seq: row.seq, call: payloadOf(row).call, label: payloadOf(row).tickets?.[0]?.label ?? '' }))
  expect(calls).toHaveLength(3 * numbers)

  const token = await hub.session('supervisor')
  const fatesNow = async () => (await hub.http.get<{ fates: Fate[] }>('/api/sound/calls', { token })).body.fates
  await until(async () => (await fatesNow()).length === calls.length)
  const fates = new Map((await fatesNow()).map((fate) => [fate.callSeq, fate]))
  expect([...fates.keys()].sort((a, b) => a - b)).toEqual(calls.map(({ seq }) => seq))

  const allowed = /^(spoken null|shortened busy|merged (neighbour|called-again)|screen-only busy)$/
  for (const { callSeq, call, state, reason, into } of fates.values()) {
    if (call === 1) expect({ callSeq, state, reason }).toEqual({ callSeq, state: 'spoken', reason: null })
    else expect(`${state} ${reason}`).toMatch(allowed)
    // What a call was merged into has a fate of its own.
    if (state === 'merged') expect(fates.has(into ?? 0)).toBe(true)
  }

  const lines = zones.flatMap((zone) => spokenIn(hub.dataDir, zone))
  const seqOf = ({ label, call }: { label: string; call: number }) =>
    [...fates.values()].find((fate) => fate.label === label && fate.call === call)?.callSeq ?? 0
  for (const area of [['A', 'B'], ['C'], ['D']]) {
    const here = lines
      .filter(({ zone }) => area.includes(zone))
      .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt))
    for (const [at, line] of here.slice(1).entries())
      expect(Date.parse(line.startedAt)).toBeGreaterThanOrEqual(Date.parse(here[at]?.endedAt ?? ''))
    const order = here.flatMap((line) => [line, ...(line.others ?? [])]).map(seqOf)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  }
  const voiced = lines.reduce((sum, { others }) => sum + 1 + (others?.length ?? 0), 0)
  const settledByVoice = [...fates.values()].filter(
    ({ state, reason }) => state === 'spoken' || state === 'shortened' || reason === 'neighbour',
  )
  expect(voiced).toBe(settledByVoice.length)
  expect(hub.faults()).toEqual([])
  rmSync(site.folder, { recursive: true })
})
