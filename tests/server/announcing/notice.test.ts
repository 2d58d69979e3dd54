import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openVirtualSpeaker } from '../../../drivers/speakers/virtual-speaker.ts'
import { openClipVoice } from '../../../drivers/voices/clip-voice.ts'
import type { Voice } from '../../../drivers/voices/voice.ts'
import { createNoticeMaker } from '../../../server/announcing/announcement.ts'
import { type News, writeNotice } from '../../../server/announcing/notice.ts'
import { pauseReasons } from '../../../server/contract/standstill.ts'
import { startFastClock } from '../../drivers/speakers/_fast-clock.ts'
import { callOf, openArbiter, readSpoken } from './_hall.ts'

const folder = mkdtempSync(join(tmpdir(), 'antrean-notice-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = Date.parse('2026-07-14T01:00:00Z')
/** Says anything, in half a second. */
const fluent: Voice = {
  name: 'fluent',
  sampleRate: 22050,
  state: () => ({ ready: true, missing: [] }),
  speak: async () => ({ sampleRate: 22050, samples: new Int16Array(11025) }),
  async [Symbol.asyncDispose]() {},
}

test.each<[News, string, string]>([
  [
    { kind: 'paused', reason: 'ceremony', time: '10:00:00' },
    'Mohon perhatian. Pelayanan di seluruh gedung dihentikan sementara karena ada upacara. Urutan Anda tetap. Pelayanan dilanjutkan pukul sepuluh.',
    'Your attention please. Service in the whole building is paused for a ceremony. Your place in line is kept. Service resumes at ten o’clock.',
  ],
  [
    { kind: 'paused', reason: 'other', time: '13:05:00' },
    'Mohon perhatian. Pelayanan di seluruh gedung dihentikan sementara. Urutan Anda tetap. Pelayanan dilanjutkan pukul tiga belas nol lima.',
    'Your attention please. Service in the whole building is paused. Your place in line is kept. Service resumes at thirteen zero five.',
  ],
  [
    { kind: 'system-down', agencies: ['PN', 'PA', 'Kejaksaan'] },
    'Mohon perhatian. Mohon maaf, layanan PN, PA dan Kejaksaan dihentikan sementara karena gangguan sistem pusat. Nomor Anda tetap berlaku.',
    'Your attention please. We apologise, the services of PN, PA and Kejaksaan are paused because a central system is down. Your number remains valid.',
  ],
  [
    { kind: 'closing', minutes: 15 },
    'Mohon perhatian. Pelayanan hari ini ditutup dalam lima belas menit.',
    'Your attention please. Today’s service ends in fifteen minutes.',
  ],
])('[R8.1] [R8.5] [R8.6] what is said of %o', (news, id, en) => {
  expect(writeNotice(news).map(({ text }) => text)).toEqual([id, en])
})

test('[R5.2] a notice comes after the announcement in progress, before the calls that wait, and overlaps nothing', async () => {
  const clock = startFastClock(200)
  const speaker = await openVirtualSpeaker({ folder, zone: 'A', clock })
  const { arbiter, fates } = await openArbiter([speaker], { clock, makeNotice: createNoticeMaker(fluent) })
  for (const seq of [1, 2, 3]) arbiter.announce(callOf(seq))
  await new Promise((resolve) => setTimeout(resolve, 5))
  arbiter.say({ at, zone: 'A', news: { kind: 'paused', reason: 'power', time: null } })
  arbiter.say({ at: at + 1, zone: 'A', news: { kind: 'resumed' } })
  await arbiter.idle()
  const lines = readSpoken(folder, 'A') as unknown as {
    label: string
    kind?: string
    startedAt: string
    endedAt: string
  }[]
  expect(lines.map(({ label, kind }) => kind ?? label)).toEqual(['D-001', 'notice', 'notice', 'D-002', 'D-003'])
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before) expect(Date.parse(line.startedAt)).toBeGreaterThanOrEqual(Date.parse(before.endedAt))
  }
  expect(Object.keys(lines[0] ?? {})).not.toContain('kind')
  expect(lines[1]).toMatchObject({
    zone: 'A',
    label: '',
    counter: 0,
    call: 0,
    lang: 'id+en',
    at: new Date(at).toISOString(),
  })
  expect(fates.map(({ callSeq }) => callSeq)).toEqual([1, 2, 3])
})

const bundled = openClipVoice({ folder: 'voices' })

const news: readonly News[] = [
  ...pauseReasons.map((reason) => ({ kind: 'paused', reason, time: '10:05' }) as const),
  { kind: 'resumed' },
  { kind: 'system-down', agencies: ['PN', 'PA'] },
  { kind: 'system-up', agencies: ['PN'] },
  { kind: 'day-closed' },
  { kind: 'closing', minutes: 1 },
  { kind: 'closing', minutes: 15 },
  { kind: 'lost-child', floor: 2 },
  { kind: 'disruption' },
  { kind: 'evacuation' },
  { kind: 'test' },
]
test.each(news)('the voice that came with the program says $kind whole, with nothing else installed', async (one) => {
  const make = createNoticeMaker(await bundled)
  const made = await make({ at, zone: 'A', news: one })
  expect(made?.lang).toBe('id+en')
  expect(made?.durationMs).toBeGreaterThan(3000)
})

test('names that the voice cannot say stay on the screens, and the log tells what was said', async () => {
  const make = createNoticeMaker(await bundled)
  const made = await make({ at, zone: 'A', news: { kind: 'system-down', agencies: ['PN', 'PA'] } })
  expect(made?.sentence).toContain('layanan beberapa gerai dihentikan sementara')
  expect(made?.sentence).toContain('the services of some booths are paused')
})

test('a voice that lacks the words says nothing at all: no chime alone, and no time without its sense', async () => {
  const pack = join(folder, 'numbers alone')
  mkdirSync(pack)
  for (const clip of ['sepuluh', 'nol', 'lima']) cpSync(`voices/id/${clip}.wav`, join(pack, 'id', `${clip}.wav`))
  const make = createNoticeMaker(await openClipVoice({ folder: pack }))
  expect(await make({ at, zone: 'A', news: { kind: 'paused', reason: 'power', time: '10:05' } })).toBeNull()
})
