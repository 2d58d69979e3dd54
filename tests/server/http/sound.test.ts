import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DisplaySnapshot } from '../../../server/contract/live.ts'
import type { SitePackage } from '../../../server/contract/site.ts'
import type { Fate, Said, SoundReading } from '../../../server/contract/sound.ts'
import { until } from '../../_until.ts'
import { openScreen } from '../live/_screen.ts'
import { type OpenedHall, openHall } from './_hall.ts'

let hall: OpenedHall
let supervisor: string
beforeAll(async () => {
  hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:42:00+08:00 x60' } })
  supervisor = await hall.hub.session('supervisor')
})
afterAll(() => hall[Symbol.asyncDispose]())

const read = async (token = supervisor) => (await hall.call<SoundReading>('getSound', { token })).body
const zoneA = async () => (await read()).zones.find(({ zone }) => zone === 'A')
const fates = async () => (await hall.call<{ fates: Fate[] }>('listFates', { token: supervisor })).body.fates
const post = (id: string, body: object, params = {}) =>
  hall.call<{ announcement: Said } & SoundReading>(id, { token: supervisor, body, params })
const spokenIn = (zone: string) =>
  readFileSync(join(hall.hub.dataDir, 'virtual/speakers', zone, 'spoken.jsonl'), 'utf8')

test('every zone has its loudspeakers, its volume and its queue', async () => {
  const { zones } = await read()
  expect(zones.map(({ zone, area, volume, pause }) => [zone, area, volume, pause])).toEqual(
    ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((zone) => [zone, zone, 100, null]),
  )
  expect(zones[0]?.loudspeakers.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'virtual ready',
    'displays no-listener',
  ])
})

test('[R5.2] in a pause a call is made and shown and waits; resumed, it is spoken', async () => {
  expect((await post('pauseSound', { minutes: 240, zones: ['A'] })).body.zones[0]?.pause).toMatchObject({
    until: expect.any(Number),
  })
  const before = await fates()
  await hall.issue('DUKC-01')
  const { body } = await hall.callNext(5)
  expect(body.ticket.state).toBe('called')
  await until(async () => (await zoneA())?.waiting === 1)
  expect(await fates()).toEqual(before)
  expect((await post('resumeSound', {})).body.zones.map(({ pause }) => pause)).not.toContainEqual(expect.anything())
  await until(async () => (await fates()).length === before.length + 1)
  expect((await fates())[0]).toMatchObject({ label: body.ticket.label, call: 1, state: 'spoken', zone: 'A' })
})

test('an announcement is spoken in its zones and stands on their displays; others know nothing of it', async () => {
  const displays = await Promise.all(
    ['A', 'B'].map(async (zone) => {
      const display = await openScreen(hall.hub.url, { view: 'display', zone })
      await display.watch()
      return display
    }),
  )
  const [a, b] = displays.map(
    ({ snapshot }) =>
      () =>
        (snapshot as unknown as DisplaySnapshot).announcement,
  )
  const shownIn = async (index: number) => (await displays[index]?.peek())?.snapshot.announcement
  expect([a?.(), b?.()]).toEqual([null, null])
  const { status, body } = await post('announce', { kind: 'lost-child', floor: 1, zones: ['A'] })
  expect(status).toBe(201)
  const text = 'Seorang anak menunggu orang tuanya di Meja Informasi, Lantai 1.'
  expect(body.announcement).toMatchObject({ kind: 'lost-child', isShown: true, text: { id: text } })
  await until(async () => (await shownIn(0)) !== null)
  expect(await shownIn(0)).toMatchObject({ isAlarm: false, text: { id: text } })
  expect(await shownIn(1)).toBeNull()
  const said = async () => (await read()).said.find(({ id }) => id === body.announcement.id)
  await until(async () => (await said())?.zones[0]?.state === 'spoken')
  expect(spokenIn('A')).toContain('Seorang anak menunggu orang tuanya di Meja Informasi')
  // A moment later it has gone by itself, without anybody asking.
  await until(() => displays[0]?.snapshot.announcement === null && displays[0].changes.length > 0)
  for (const display of displays) display.close()
})

test('an alarm stands until somebody takes it away', async () => {
  const { announcement } = (await post('announce', { kind: 'evacuation' })).body
  expect(announcement.zones).toHaveLength(7)
  await until(async () => (await read()).said[0]?.zones.every(({ state }) => state === 'spoken') ?? false)
  expect((await read()).said[0]).toMatchObject({ id: announcement.id, isShown: true })
  expect((await post('withdrawAnnouncement', {}, { id: announcement.id })).body.announcement.isShown).toBe(false)
  expect((await post('withdrawAnnouncement', {}, { id: 'other' })).status).toBe(404)
})

test('the building’s own texts, and a sound test; what is not there is named', async () => {
  const manager = await hall.hub.session('manager')
  const { site } = (await hall.call<{ site: SitePackage }>('getSite', { token: manager })).body
  const texts = [
    { code: 'PARKIR', text: { id: 'Mohon pindahkan kendaraan di depan pintu', en: 'Please move the car' } },
  ]
  const change = { kind: 'site', code: 'announcements', before: site.site.announcements ?? null, after: texts }
  expect((await hall.call('changeSite', { token: manager, body: { changes: [change] } })).status).toBe(200)
  expect((await read()).texts).toEqual(texts)
  const { body } = await post('announce', { kind: 'text', code: 'PARKIR', zones: ['C'] })
  expect(body.announcement.text).toEqual(texts[0]?.text)
  expect((await post('announce', { kind: 'text', code: 'ABSENT' })).status).toBe(404)
  expect((await post('announce', { kind: 'closing', zones: ['Z'] })).status).toBe(404)
  expect((await post('pauseSound', { zones: ['Z'] })).status).toBe(404)
  expect((await post('testSound', { zone: 'Z' })).status).toBe(404)
  expect((await post('testSound', { zone: 'D' })).body.announcement).toMatchObject({ kind: 'test', isShown: false })
  await until(async () => (await read()).said[0]?.zones[0]?.state === 'spoken')
})

test('a sound card that is not there has a clear state, and the zone goes on', async () => {
  const manager = await hall.hub.session('manager')
  const { site } = (await hall.call<{ site: SitePackage }>('getSite', { token: manager })).body
  const before = site.zones.find(({ code }) => code === 'G')
  const sound = { volume: 60, hours: [], displays: 'one', outputs: [{ kind: 'alsa', device: 'nowhere' }] }
  const changes = [{ kind: 'zones', code: 'G', before, after: { ...before, sound } }]
  expect((await hall.call('changeSite', { token: manager, body: { changes } })).status).toBe(200)
  const zoneG = async () => (await read()).zones.find(({ zone }) => zone === 'G')
  await until(async () =>
    /^(no-device|driver-not-installed)$/.test(
      (await zoneG())?.loudspeakers.find(({ kind }) => kind === 'alsa')?.state ?? '',
    ),
  )
  expect(await zoneG()).toMatchObject({
    volume: 60,
    loudspeakers: [{ kind: 'virtual', state: 'ready' }, { at: 'nowhere' }],
  })
  const twice = { ...sound, outputs: [...sound.outputs, ...sound.outputs] }
  const wrong = [{ kind: 'zones', code: 'G', before: { ...before, sound }, after: { ...before, sound: twice } }]
  expect((await hall.call('changeSite', { token: manager, body: { changes: wrong } })).status).toBe(400)
  expect(hall.hub.faults()).toEqual([])
})

test('the information desk announces and looks; it does not silence the hall, and officers do neither', async () => {
  const desk = await hall.hub.session('information')
  const statusOf = async (id: string, token: string, body: object) => (await hall.call(id, { token, body })).status
  expect(await statusOf('announce', desk, { kind: 'lost-child', zones: ['G'] })).toBe(201)
  expect(await statusOf('pauseSound', desk, {})).toBe(403)
  const officer = await hall.officer(6)
  expect(await statusOf('announce', officer, { kind: 'lost-child' })).toBe(403)
  expect((await hall.call('getSound', { token: officer })).status).toBe(403)
})
