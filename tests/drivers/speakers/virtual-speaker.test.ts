import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openVirtualSpeaker } from '../../../drivers/speakers/virtual-speaker.ts'
import { decodeWav } from '../../../drivers/voices/wav.ts'
import { announcement, never, testSpeaker } from './_behaviour.ts'
import { startFastClock } from './_fast-clock.ts'

const root = mkdtempSync(join(tmpdir(), 'antrean-speakers-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folders = 0
const newFolder = () => join(root, String(folders++))

testSpeaker(
  'virtual-speaker',
  (clock) => openVirtualSpeaker({ folder: newFolder(), zone: 'A', clock }),
  (clock) => {
    const file = join(root, 'a file')
    writeFileSync(file, '')
    return openVirtualSpeaker({ folder: file, zone: 'A', clock })
  },
)

const clock = startFastClock(200)
const open = (folder: string, zone = 'A', keepFiles = 500) => openVirtualSpeaker({ folder, zone, clock, keepFiles })
const play = async (folder: string, ...labels: string[]) => {
  await using speaker = await open(folder)
  for (const label of labels) await speaker.play(announcement({ label }), never())
}
const log = (folder: string) => join(folder, 'A', 'spoken.jsonl')
const spoken = (folder: string) =>
  readFileSync(log(folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
const wavs = (folder: string) =>
  readdirSync(join(folder, 'A'))
    .filter((name) => name.endsWith('.wav'))
    .sort()

test('keeps the sound and one line for each announcement, as interface.md names them', async () => {
  const folder = newFolder()
  await using speaker = await open(folder)
  const { startedAt, endedAt } = await speaker.play(announcement({ call: 2 }), never())
  expect(spoken(folder)).toEqual([
    {
      at: '2026-07-14T00:00:00.125Z',
      startedAt: new Date(startedAt).toISOString(),
      endedAt: new Date(endedAt).toISOString(),
      zone: 'A',
      label: 'D-023',
      counter: 5,
      lang: 'id',
      sentence: 'Nomor antrean D, nol dua tiga.',
      call: 2,
    },
  ])
  expect(decodeWav(readFileSync(join(folder, 'A', '1-D-023.wav')))).toEqual(announcement().audio)
})

test('nothing is written of an announcement that did not end', async () => {
  const folder = newFolder()
  const speaker = await open(folder)
  const stop = new AbortController()
  const playing = speaker.play(announcement({ durationMs: 3_600_000 }), stop.signal)
  stop.abort(new Error('enough'))
  await expect(playing).rejects.toThrow('enough')
  await speaker[Symbol.asyncDispose]()
  expect(readdirSync(join(folder, 'A'))).toEqual([])
})

test('the numbering goes on after a restart', async () => {
  const folder = newFolder()
  await play(folder, 'D-001', 'D-002')
  await play(folder, 'D-003')
  expect(wavs(folder)).toEqual(['1-D-001.wav', '2-D-002.wav', '3-D-003.wav'])
})

test('a line torn by a crash is cut off, and the log stays readable line by line', async () => {
  const folder = newFolder()
  await play(folder, 'D-001', 'D-002')
  appendFileSync(log(folder), '{"at":"2026-07-14T00:0')
  writeFileSync(join(folder, 'A', 'playing.part'), 'half a sound')
  await play(folder, 'D-003')
  expect(spoken(folder).map((line) => line.label)).toEqual(['D-001', 'D-002', 'D-003'])
  expect(wavs(folder)).toContain('3-D-003.wav')
})

test('sound files that lost their line to a crash keep their number', async () => {
  const folder = newFolder()
  await play(folder, 'D-001')
  writeFileSync(join(folder, 'A', '2-D-002.wav'), '')
  await play(folder, 'D-002')
  expect(wavs(folder)).toEqual(['1-D-001.wav', '2-D-002.wav', '3-D-002.wav'])
})

test('only the newest sound files are kept, every line stays', async () => {
  const folder = newFolder()
  await play(folder, 'D-001', 'D-002')
  await using speaker = await open(folder, 'A', 2)
  for (const label of ['D-003', 'D-004']) await speaker.play(announcement({ label }), never())
  expect(wavs(folder)).toEqual(['3-D-003.wav', '4-D-004.wav'])
  expect(spoken(folder)).toHaveLength(4)
})

test('a folder that was lost is opened again with the next announcement', async () => {
  const folder = newFolder()
  await using speaker = await open(folder)
  rmSync(join(folder, 'A'), { recursive: true })
  writeFileSync(join(folder, 'A'), '')
  await expect(speaker.play(announcement(), never())).rejects.toMatchObject({ reason: 'disk' })
  expect(speaker.state()).toEqual({ ready: false, reason: 'disk' })
  rmSync(join(folder, 'A'))
  await speaker.play(announcement(), never())
  expect(speaker.state()).toEqual({ ready: true })
  expect(spoken(folder)).toHaveLength(1)
})

test('a zone or label cannot name a file outside the folder', async () => {
  const folder = newFolder()
  await using speaker = await open(join(folder, 'inner'), '../escape')
  await speaker.play(announcement({ label: '../../D-001' }), never())
  expect(existsSync(join(folder, 'escape'))).toBe(false)
  expect(readdirSync(join(folder, 'inner', '___escape')).sort()).toEqual(['1-______D-001.wav', 'spoken.jsonl'])
})

test('knows the last call it has said, also after a restart', async () => {
  const folder = newFolder()
  await play(folder, 'D-001', 'D-002')
  await using speaker = await open(folder)
  const { at, call } = announcement({})
  expect(await speaker.hasSaid({ at, call, label: 'D-002' })).toBe(true)
  expect(await speaker.hasSaid({ at, call, label: 'D-001' })).toBe(false)
  expect(await speaker.hasSaid({ at, call: call + 1, label: 'D-002' })).toBe(false)
  await using silent = await open(newFolder())
  expect(await silent.hasSaid({ at, call, label: 'D-002' })).toBe(false)
})
