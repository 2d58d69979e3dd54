import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openVirtualSpeaker } from '../../../drivers/speakers/virtual-speaker.ts'
import type { Voice } from '../../../drivers/voices/voice.ts'
import { createNoticeMaker } from '../../../server/announcing/announcement.ts'
import type { AnnouncementFate } from '../../../server/announcing/call.ts'
import type { News, NoticeEnd } from '../../../server/announcing/notice.ts'
import { SoundPolicySchema } from '../../../server/contract/site-sound.ts'
import { startFastClock } from '../../drivers/speakers/_fast-clock.ts'
import { callOf, oddSpeaker, openArbiter, readSpoken } from './_hall.ts'

const root = mkdtempSync(join(tmpdir(), 'antrean-policy-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folders = 0

const quick = oddSpeaker('quick', async () => ({ startedAt: 0, endedAt: 0 }))
/** Says anything, in a quarter of a second. */
const fluent: Voice = {
  name: 'fluent',
  sampleRate: 8000,
  state: () => ({ ready: true, missing: [] }),
  speak: async () => ({ sampleRate: 8000, samples: new Int16Array(2000) }),
  async [Symbol.asyncDispose]() {},
}
const said = (fates: readonly AnnouncementFate[]) =>
  fates.map(({ callSeq, state, reason, into }) =>
    [callSeq, state, reason, into].filter((part) => part !== null).join(' '),
  )

async function openHall(change: Parameters<typeof openArbiter>[1]) {
  const folder = join(root, String(folders++))
  const clock = startFastClock(200)
  const speaker = await openVirtualSpeaker({ folder, zone: 'A', clock })
  const hall = await openArbiter([speaker], { clock, makeNotice: createNoticeMaker(fluent), ...change })
  return { ...hall, spoken: () => readSpoken(folder, 'A') as unknown as Line[] }
}
type Line = { label: string; sentence: string; lang: string; call: number; others?: { label: string }[]; kind?: string }

const policyOf = (change: object) => ({ policy: () => SoundPolicySchema.parse({ busyFrom: 2, ...change }) })
const all = { merge: true, shorten: true, screenOnly: true }

test('[R5.2] recalls of one call that still wait are one, the latest; its first call is spoken all the same', async () => {
  const { arbiter, fates, spoken } = await openHall({})
  arbiter.announce(callOf(1))
  arbiter.announce(callOf(2))
  for (const [seq, call] of [
    [3, 2],
    [4, 3],
  ] as const)
    arbiter.announce(callOf(seq, { ...callOf(2), seq, call }))
  arbiter.announce(callOf(5))
  await arbiter.idle()
  expect(said(fates)).toEqual(['3 merged called-again 4', '1 spoken', '2 spoken', '4 spoken', '5 spoken'])
  expect(spoken().map(({ label, call }) => `${label} ${call}`)).toEqual(['D-001 1', 'D-002 1', 'D-002 3', 'D-005 1'])
  expect(spoken()[2]?.sentence).toMatch(/^Panggilan terakhir\. Nomor antrean D, nol nol dua\./)
})

test('[R5.2] with nothing switched on a busy line changes nothing', async () => {
  const { arbiter, fates, spoken } = await openHall({ rules: policyOf({}) })
  for (const seq of [1, 2, 3, 4, 5, 6]) arbiter.announce(callOf(seq, { call: seq > 3 ? 2 : 1 }))
  await arbiter.idle()
  expect(said(fates)).toEqual([1, 2, 3, 4, 5, 6].map((seq) => `${seq} spoken`))
  expect(spoken()).toHaveLength(6)
})

test('[R5.2] measures for recalls leave first calls as they are', async () => {
  const { arbiter, fates } = await openHall({ rules: policyOf({ recalls: all }) })
  for (const seq of [1, 2, 3]) arbiter.announce(callOf(seq))
  for (const seq of [4, 5, 6, 7]) arbiter.announce(callOf(seq, { call: 2 }))
  await arbiter.idle()
  // When the first recall has its turn four wait: twice as many as are called busy.
  expect(said(fates)).toEqual([
    '1 spoken',
    '2 spoken',
    '3 spoken',
    '4 screen-only busy',
    '5 shortened busy',
    '6 merged neighbour 5',
    '7 merged neighbour 5',
  ])
})

test('[R5.2] neighbours of one booth are one sentence, in which each number has its counter; others are not', async () => {
  const { arbiter, fates, spoken } = await openHall({ rules: policyOf({ firstCalls: { merge: true } }) })
  arbiter.announce(callOf(1, { counterInBooth: 1, counter: 4 }))
  arbiter.announce(callOf(2, { counterInBooth: 2, counter: 5 }))
  arbiter.announce(callOf(3, { boothCode: 'IMIG', sign: '03' }))
  arbiter.announce(callOf(4, { boothCode: 'IMIG', sign: '03', english: true }))
  await arbiter.idle()
  expect(said(fates)).toEqual(['1 spoken', '2 merged neighbour 1', '3 spoken', '4 spoken'])
  const [together] = spoken()
  expect(together).toMatchObject({ label: 'D-001', others: [{ label: 'D-002', counter: 5, call: 1 }] })
  expect(together?.sentence).toBe(
    'Nomor antrean D, nol nol satu, Loket satu, dan D, nol nol dua, Loket dua. Silakan menuju Gerai dua, Lantai satu.',
  )
})

test('no more than three numbers in a sentence, none that is no longer called, none where counters have numbers of the building', async () => {
  const rules = policyOf({ firstCalls: { merge: true } })
  const many = await openHall({ rules, isStillCalled: ({ seq }) => seq !== 5 })
  for (const seq of [1, 2, 3, 4, 5, 6]) many.arbiter.announce(callOf(seq))
  await many.arbiter.idle()
  expect(said(many.fates)).toEqual([
    '1 spoken',
    '2 merged neighbour 1',
    '3 merged neighbour 1',
    '4 spoken',
    '5 dropped no-longer-called',
    '6 spoken',
  ])
  const numbered = await openHall({ rules: { ...rules, namesBooths: () => false } })
  for (const seq of [1, 2, 3]) numbered.arbiter.announce(callOf(seq))
  await numbered.arbiter.idle()
  expect(said(numbered.fates)).toEqual(['1 spoken', '2 spoken', '3 spoken'])
})

test('a shortened call is its number and its place, in Indonesian and without the chime', async () => {
  const { arbiter, spoken } = await openHall({ rules: policyOf({ firstCalls: { shorten: true } }) })
  for (const seq of [1, 2]) arbiter.announce(callOf(seq, { english: true }))
  await arbiter.idle()
  expect(spoken().map(({ lang, sentence }) => `${lang}: ${sentence.slice(0, 60)}`)).toEqual([
    'id: D, nol nol satu. Gerai dua, Loket dua, Lantai satu.',
    expect.stringMatching(/^id\+en: Nomor antrean D, nol nol dua\./),
  ])
})

test('in quiet hours calls are on the screens only, and an alarm is heard', async () => {
  const { arbiter, fates, spoken } = await openHall({
    rules: { volumeOf: (_zone, regardless) => (regardless ? 80 : 0) },
  })
  const ends: NoticeEnd[] = []
  const say = (news: News) =>
    arbiter.say({ at: 0, zone: 'A', news, isComposed: true, onEnd: (end) => void ends.push(end) })
  for (const seq of [1, 2]) arbiter.announce(callOf(seq))
  say({ kind: 'disruption' })
  say({ kind: 'evacuation' })
  await arbiter.idle()
  expect(said(fates)).toEqual(['1 screen-only quiet-hours', '2 screen-only quiet-hours'])
  expect(ends).toEqual([
    { state: 'spoken', reason: null },
    { state: 'screen-only', reason: 'quiet-hours' },
  ])
  expect(spoken().map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/pengumuman darurat/)])
})

test('in a pause calls and notices wait and an alarm does not; afterwards those still called are spoken', async () => {
  let isPaused = true
  const gone = new Set([2])
  const hall = await openHall({ rules: { isPaused: () => isPaused }, isStillCalled: ({ seq }) => !gone.has(seq) })
  const { arbiter, fates, spoken } = hall
  for (const seq of [1, 2, 3]) arbiter.announce(callOf(seq))
  arbiter.say({ at: 0, zone: 'A', news: { kind: 'disruption' }, isComposed: true })
  arbiter.say({ at: 0, zone: 'A', news: { kind: 'evacuation' }, isComposed: true })
  await arbiter.idle()
  expect(spoken().map(({ kind }) => kind)).toEqual(['notice'])
  expect(fates).toEqual([])
  expect(arbiter.state()).toMatchObject([{ waiting: [{}, {}, {}], notices: [{ kind: 'disruption' }], speaking: null }])
  isPaused = false
  arbiter.wake()
  await arbiter.idle()
  expect(said(fates)).toEqual(['1 spoken', '2 dropped no-longer-called', '3 spoken'])
  expect(spoken().map(({ label }) => label)).toEqual(['', '', 'D-001', 'D-003'])
})

test('in a pause recalls are on the screens only where the site says so', async () => {
  const { arbiter, fates } = await openHall({
    rules: { ...policyOf({ recalls: { screenOnly: true } }), isPaused: () => true },
  })
  arbiter.announce(callOf(1))
  arbiter.announce(callOf(2, { call: 2 }))
  await arbiter.idle()
  expect(said(fates)).toEqual(['2 screen-only paused'])
})

test('what the hub said by itself is not spoken when it is no longer of the moment; what somebody asked for is, unless taken back', async () => {
  const clock = startFastClock(200)
  const spoken: string[] = []
  const speaker = oddSpeaker('listening', async ({ sentence }) => {
    spoken.push(sentence)
    return { startedAt: 0, endedAt: 0 }
  })
  const { arbiter } = await openArbiter([speaker], { clock, makeNotice: createNoticeMaker(fluent) })
  const ends: NoticeEnd[] = []
  const old = { at: clock.now() - 10 * 60_000, zone: 'A', onEnd: (end: NoticeEnd) => void ends.push(end) }
  arbiter.say({ ...old, news: { kind: 'closing', minutes: 30 } })
  arbiter.say({ ...old, news: { kind: 'lost-child', floor: 1 }, isComposed: true })
  arbiter.say({ ...old, news: { kind: 'disruption' }, isComposed: true, isWithdrawn: () => true })
  await arbiter.idle()
  expect(ends).toEqual([
    { state: 'dropped', reason: 'too-late' },
    { state: 'spoken', reason: null },
    { state: 'dropped', reason: 'withdrawn' },
  ])
  expect(spoken).toEqual([expect.stringContaining('Seorang anak menunggu orang tuanya di Meja Informasi Lantai satu.')])
})

test('the arbiter gives each announcement the volume of its zone and hour', async () => {
  const volumes: (number | undefined)[] = []
  const speaker = (zone: string) =>
    oddSpeaker(zone, async ({ volume }) => {
      volumes.push(volume)
      return { startedAt: 0, endedAt: 0 }
    })
  const { arbiter } = await openArbiter([], {
    speakers: (zone) => [speaker(zone)],
    rules: { volumeOf: (zone) => (zone === 'A' ? 40 : 70) },
  })
  arbiter.announce(callOf(1))
  arbiter.announce(callOf(2, { zone: 'B' }))
  await arbiter.idle()
  expect(volumes.sort()).toEqual([40, 70])
})

test('a zone that is given another area while it speaks stays in line with itself', async () => {
  let area = 'A'
  const { arbiter, fates } = await openArbiter([quick], { rules: { areaOf: () => area } })
  arbiter.announce(callOf(1))
  area = 'floor'
  arbiter.announce(callOf(2))
  expect(arbiter.state().map((one) => [one.area, one.waiting.length])).toEqual([['A', 2]])
  await arbiter.idle()
  arbiter.announce(callOf(3))
  await arbiter.idle()
  expect(arbiter.state().map((one) => one.area)).toEqual(['A', 'floor'])
  expect(fates).toHaveLength(3)
})

test('what a record keeps is not what anybody has heard', async () => {
  const record = { ...quick, isRecord: true }
  const deaf = oddSpeaker('deaf', () => Promise.reject(new Error('no card')))
  const { arbiter, fates } = await openArbiter([], { speakers: (zone) => (zone === 'A' ? [record] : [record, deaf]) })
  arbiter.announce(callOf(1))
  arbiter.announce(callOf(2, { zone: 'B' }))
  await arbiter.idle()
  expect(said(fates).sort()).toEqual(['1 failed no-speaker', '2 failed speaker-failed'])
})
