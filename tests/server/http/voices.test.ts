import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { resample } from '../../../drivers/voices/resample.ts'
import { decodeWav, encodeWav } from '../../../drivers/voices/wav.ts'
import type { DevicesAnswer } from '../../../server/contract/devices.ts'
import type { TakeAnswer, VoiceAnswer, VoicePack, VoicesAnswer } from '../../../server/contract/voice.ts'
import { until } from '../../_until.ts'
import { type OpenedHall, openHall } from './_hall.ts'

let hall: OpenedHall
let manager: string
let operator: string
beforeAll(async () => {
  // The loudspeakers keep the hall's time.
  hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00 x60' } })
  manager = await hall.hub.session('manager')
  operator = await hall.hub.session('operator')
})
afterAll(() => hall[Symbol.asyncDispose]())

/** A take as a microphone gives it: half a second of the room before and behind the word. */
function takeOf(clip: string): string {
  const { samples } = resample(decodeWav(readFileSync(`voices/id/${clip}.wav`)), 48_000)
  const quiet = 24_000
  const take = new Int16Array(samples.length + 2 * quiet)
  take.set(samples, quiet)
  return encodeWav({ sampleRate: 48_000, samples: take }).toString('base64')
}

const create = async (title: string) =>
  (await hall.call<{ pack: VoicePack }>('createVoice', { token: operator, body: { title } })).body.pack
const record = (code: string, clip: string, wav: string, more = {}) =>
  hall.call<TakeAnswer>('recordWord', {
    token: operator,
    params: { code },
    body: { language: 'id', clip, wav, ...more },
  })
const read = async (code: string) =>
  (await hall.call<VoiceAnswer>('readVoice', { token: operator, params: { code } })).body
const stateOf = async (code: string, clip: string) =>
  (await read(code)).words.find((word) => word.language === 'id' && word.clip === clip)?.state

async function install(code: string | null) {
  const { site, version } = (
    await hall.call<{ site: { site: { voice?: string } }; version: number }>('getSite', { token: manager })
  ).body
  const change = { kind: 'site', code: 'voice', before: site.site.voice ?? null, after: code }
  expect(version).toBeGreaterThan(0)
  return hall.call('changeSite', { token: manager, body: { changes: [change] } })
}

test('a good take is kept, trimmed and levelled; a bad one is told what is wrong, and what was there stands', async () => {
  const { code } = await create('Suara uji')
  expect(await stateOf(code, 'dua')).toBe('missing')
  expect((await record(code, 'dua', takeOf('dua'))).body).toMatchObject({ isKept: true, problems: [] })
  expect(await stateOf(code, 'dua')).toBe('recorded')
  const kept = readFileSync(join(hall.hub.dataDir, 'voices', code, 'id', 'dua.wav'))
  expect(decodeWav(kept).sampleRate).toBe(22_050)
  const silence = encodeWav({ sampleRate: 48_000, samples: new Int16Array(48_000) }).toString('base64')
  expect((await record(code, 'dua', silence)).body).toMatchObject({ isKept: false, problems: ['silent'] })
  const noSound = Buffer.alloc(90, 'no sound at all').toString('base64')
  expect((await record(code, 'dua', noSound)).body).toMatchObject({ isKept: false, problems: ['unreadable'] })
  expect(readFileSync(join(hall.hub.dataDir, 'voices', code, 'id', 'dua.wav'))).toEqual(kept)
  const { pack } = await read(code)
  expect(pack).toMatchObject({ title: 'Suara uji', has: { id: 1, en: 0 }, isInForce: false })
})

test('a word that the building does not say, and a pack that is not there: 404', async () => {
  const { code } = await create('Kosong')
  expect((await record(code, 'nasi-goreng', takeOf('dua'))).status).toBe(404)
  expect((await record('nowhere', 'dua', takeOf('dua'))).status).toBe(404)
  const params = { code, language: 'id', clip: 'dua' }
  expect((await hall.call('hearWord', { token: operator, params })).status).toBe(404)
  expect((await hall.call('removeWord', { token: operator, params })).status).toBe(404)
})

test('a word is heard, thrown away and recorded again; the pack can be taken along', async () => {
  const { code } = await create('Berkas')
  await record(code, 'tiga', takeOf('tiga'))
  const params = { code, language: 'id', clip: 'tiga' }
  const heard = await hall.call('hearWord', { token: operator, params })
  expect([heard.status, heard.headers['content-type']]).toEqual([200, 'audio/wav'])
  const archive = await hall.call('exportVoice', { token: operator, params: { code } })
  expect(archive.headers['content-disposition']).toBe(`attachment; filename="${code}.tar"`)
  expect(archive.text).toContain('antrean-voice')
  expect((await hall.call('hearVoice', { token: operator, params: { code } })).headers['content-type']).toBe(
    'audio/wav',
  )
  expect((await hall.call('removeWord', { token: operator, params })).status).toBe(200)
  expect(await stateOf(code, 'tiga')).toBe('missing')
})

test('an installed pack speaks from the next call on, without a restart; it cannot be thrown away meanwhile', async () => {
  const { code } = await create('Suara loket')
  // "Nomor antrean" takes the place of "gerai": the announcement is longer by as much.
  await record(code, 'gerai', takeOf('nomor-antrean'), { fromFile: true })
  const before = await speak()
  expect((await install(code)).status).toBe(200)
  const after = await speak()
  expect(after - before).toBeGreaterThan(300)
  const list = (await hall.call<VoicesAnswer>('listVoices', { token: manager })).body
  expect([list.inForce, list.mayInstall]).toEqual([code, true])
  expect((await hall.call<VoicesAnswer>('listVoices', { token: operator })).body.mayInstall).toBe(false)
  expect((await hall.call('removeVoice', { token: manager, params: { code } })).status).toBe(400)
  const voice = (await hall.call<DevicesAnswer>('listDevices', { token: manager })).body.voice
  expect(voice).toMatchObject({ state: 'ready', pack: code })
  expect(voice.missing).toContain('id/dua')
  expect(voice.missing).not.toContain('id/gerai')
  await install(null)
  expect((await hall.call('removeVoice', { token: manager, params: { code } })).status).toBe(200)
})

/** Calls a number at a counter of one booth and answers how long its announcement is, in ms. */
async function speak(): Promise<number> {
  const ticket = await hall.issue('DUKC-01')
  await hall.callNext(5)
  await until(() => soundOf(ticket.label) !== undefined)
  await hall.act('startService', ticket, 5)
  await hall.act('finishService', ticket, 5)
  const { samples, sampleRate } = decodeWav(readFileSync(soundOf(ticket.label) ?? ''))
  return (samples.length / sampleRate) * 1000
}

/** The file of an announcement, once it has been spoken whole. */
function soundOf(label: string): string | undefined {
  const folder = join(hall.hub.dataDir, 'virtual', 'speakers')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const lines = files.filter((name) => name.endsWith('.jsonl')).map((name) => readFileSync(join(folder, name), 'utf8'))
  if (!lines.some((text) => text.includes(`"${label}"`))) return undefined
  const sound = files.find((name) => name.endsWith(`-${label}.wav`))
  return sound && join(folder, sound)
}

test('a corrupt clip and a pack that is gone are named in the state of the devices; calls are spoken all the same', async () => {
  const { code } = await create('Rusak')
  mkdirSync(join(hall.hub.dataDir, 'voices', code, 'id'))
  writeFileSync(join(hall.hub.dataDir, 'voices', code, 'id', 'gerai.wav'), 'not a sound')
  await install(code)
  expect(await speak()).toBeGreaterThan(3000)
  const voiceNow = async () => (await hall.call<DevicesAnswer>('listDevices', { token: manager })).body.voice
  expect((await voiceNow()).missing).toContain('id/gerai')
  expect(await stateOf(code, 'gerai')).toBe('unreadable')
  await install('tidak-ada')
  expect(await speak()).toBeGreaterThan(3000)
  expect(await voiceNow()).toEqual({ state: 'not-installed', pack: 'tidak-ada', missing: [] })
  await install(null)
  expect(await voiceNow()).toEqual({ state: 'ready', pack: null, missing: [] })
})

test('voices are for the manager and the operator, and the training hall has none to change', async () => {
  for (const role of ['supervisor', 'auditor', 'information'] as const) {
    const token = await hall.hub.session(role)
    expect((await hall.call('listVoices', { token })).status).toBe(403)
  }
  expect((await hall.hub.http.get('/latihan/api/voices', { token: manager })).status).toBe(404)
})
