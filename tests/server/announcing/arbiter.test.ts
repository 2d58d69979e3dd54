import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openVirtualSpeaker } from '../../../drivers/speakers/virtual-speaker.ts'
import { decodeWav } from '../../../drivers/voices/wav.ts'
import { startFastClock } from '../../drivers/speakers/_fast-clock.ts'
import { callOf, oddSpeaker, openArbiter, readSpoken } from './_hall.ts'

const root = mkdtempSync(join(tmpdir(), 'antrean-announcing-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folders = 0
const newFolder = () => join(root, String(folders++))

const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, n) => n + from)
const labels = (lines: readonly { label: string }[]) => lines.map((line) => line.label)
const instant = (text: string) => Date.parse(text)

/** An arbiter with a virtual speaker in each zone, on one clock. */
async function openHall(zones: readonly string[], change: Parameters<typeof openArbiter>[1] = {}) {
  const folder = newFolder()
  const clock = startFastClock(200)
  const speakers = new Map(
    await Promise.all(zones.map(async (zone) => [zone, await openVirtualSpeaker({ folder, zone, clock })] as const)),
  )
  const byZone = (zone: string) => [speakers.get(zone)].filter((speaker) => speaker !== undefined)
  return { folder, ...(await openArbiter([], { clock, speakers: byZone, ...change })) }
}

test('[R5.2] 30 first calls within one second in a zone are 30 announcements, in order, none overlapping', async () => {
  const { arbiter, folder, fates, recorded } = await openHall(['A'])
  for (const seq of numbers(30)) arbiter.announce(callOf(seq))
  await arbiter.idle()

  const lines = readSpoken(folder, 'A')
  expect(labels(lines)).toEqual(numbers(30).map((seq) => callOf(seq).label))
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (before) expect(instant(line.startedAt)).toBeGreaterThanOrEqual(instant(before.endedAt))
    const sound = decodeWav(readFileSync(join(folder, 'A', `${at + 1}-${line.label}.wav`)))
    const lengthMs = (sound.samples.length / sound.sampleRate) * 1000
    expect(instant(line.endedAt) - instant(line.startedAt)).toBeGreaterThanOrEqual(Math.floor(lengthMs))
  }
  expect(fates.map((fate) => [fate.callSeq, fate.state, fate.reason])).toEqual(
    numbers(30).map((seq) => [seq, 'spoken', null]),
  )
  expect(recorded).toEqual(fates)
})

test('[R5.2] two zones speak side by side, each in its own order', async () => {
  const { arbiter, folder } = await openHall(['A', 'B'])
  for (const seq of numbers(8)) arbiter.announce(callOf(seq, { zone: seq % 2 ? 'A' : 'B' }))
  await arbiter.idle()
  const [a, b] = [readSpoken(folder, 'A'), readSpoken(folder, 'B')]
  expect([labels(a), labels(b)]).toEqual([
    ['D-001', 'D-003', 'D-005', 'D-007'],
    ['D-002', 'D-004', 'D-006', 'D-008'],
  ])
  expect(instant(b[0]?.startedAt ?? '')).toBeLessThan(instant(a[0]?.endedAt ?? ''))
})

test('zones that hear each other are one area: never two at once', async () => {
  const { arbiter, folder } = await openHall(['A', 'B'], { rules: { areaOf: () => 'floor 1' } })
  for (const seq of numbers(6)) arbiter.announce(callOf(seq, { zone: seq % 2 ? 'A' : 'B' }))
  await arbiter.idle()
  const lines = [...readSpoken(folder, 'A'), ...readSpoken(folder, 'B')].sort((x, y) =>
    x.startedAt.localeCompare(y.startedAt),
  )
  expect(labels(lines)).toEqual(numbers(6).map((seq) => callOf(seq).label))
  for (const [at, line] of lines.slice(1).entries())
    expect(instant(line.startedAt)).toBeGreaterThanOrEqual(instant(lines[at]?.endedAt ?? ''))
})

test('[R5.2] a number started or missed before its turn is dropped, with the reason, and the rest is spoken', async () => {
  const gone = new Set<number>()
  const { arbiter, folder, fates } = await openHall(['A'], { isStillCalled: (call) => !gone.has(call.seq) })
  for (const seq of numbers(5)) arbiter.announce(callOf(seq))
  gone.add(3).add(4)
  await arbiter.idle()
  expect(labels(readSpoken(folder, 'A'))).toEqual(['D-001', 'D-002', 'D-005'])
  expect(fates.map((fate) => `${fate.callSeq} ${fate.state} ${fate.reason}`)).toEqual([
    '1 spoken null',
    '2 spoken null',
    '3 dropped no-longer-called',
    '4 dropped no-longer-called',
    '5 spoken null',
  ])
})

test('[R5.3] every recall is spoken, none merged with its neighbour', async () => {
  const { arbiter, folder } = await openHall(['A'])
  for (const call of [1, 2, 3]) arbiter.announce(callOf(call, { label: 'D-023', call }))
  await arbiter.idle()
  expect(readSpoken(folder, 'A').map((line) => line.call)).toEqual([1, 2, 3])
  expect(readdirSync(join(folder, 'A')).sort()).toEqual(['1-D-023.wav', '2-D-023.wav', '3-D-023.wav', 'spoken.jsonl'])
})

test('English is one announcement with the Indonesian, in one line and one file', async () => {
  const { arbiter, folder } = await openHall(['A'])
  arbiter.announce(callOf(7, { english: true }))
  await arbiter.idle()
  expect(readSpoken(folder, 'A')).toMatchObject([
    { lang: 'id+en', sentence: expect.stringMatching(/^Nomor antrean D, .* Queue number D, zero zero seven\. /) },
  ])
})

test('[R5.4] a call waits for nothing: announce returns before anything is made or played', async () => {
  let played = 0
  const speaker = oddSpeaker('counting', async () => {
    played += 1
    return { startedAt: 0, endedAt: 0 }
  })
  const { arbiter } = await openArbiter([speaker])
  for (const seq of numbers(500)) arbiter.announce(callOf(seq))
  expect(played).toBe(0)
  expect(arbiter.state()[0]?.waiting).toHaveLength(500)
  await arbiter[Symbol.asyncDispose]()
})

test('a number that comes in when the last one has just ended is not left standing', async () => {
  const speaker = oddSpeaker('quick', async () => ({ startedAt: 0, endedAt: 0 }))
  const left = numbers(20, 2)
  const { arbiter, fates } = await openArbiter([speaker], {
    onFate: () => {
      const seq = left.shift()
      if (seq) queueMicrotask(() => queueMicrotask(() => arbiter.announce(callOf(seq))))
    },
    announcements: { record: async (fate) => void fates.push(fate), settled: async () => [] },
  })
  arbiter.announce(callOf(1))
  while (left.length > 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await arbiter.idle()
  expect(fates).toHaveLength(21)
})
