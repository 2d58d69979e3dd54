import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { MediaAnswer, MediaFile } from '../../../server/contract/site-media.ts'
import { type OpenedHall, openHall } from './_hall.ts'
import { named, type Refused, siteDesk } from './_site.ts'

let hall: OpenedHall
let manager: string
beforeAll(async () => {
  hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00' } })
  manager = await hall.hub.session('manager')
})
afterAll(() => hall[Symbol.asyncDispose]())

const png = (last: number) =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(500, last)])
const add = (bytes: Buffer, more: { token?: string; key?: string; title?: string } = {}) =>
  hall.hub.http.post<MediaFile & Refused>(`/api/media?title=${encodeURIComponent(more.title ?? 'Poster.png')}`, {
    raw: bytes,
    token: more.token ?? manager,
    ...(more.key ? { key: more.key } : {}),
    headers: { 'content-type': 'image/png', 'content-length': String(bytes.length) },
  })
const list = async () => (await hall.call<MediaAnswer>('listMedia', { token: manager })).body

test('a file goes onto the shelf, is fetched by anybody whole or in parts, and goes again', async () => {
  const { status, body } = await add(png(1), { title: 'Pekan imunisasi.png' })
  expect([status, body.title, body.kind]).toEqual([200, 'Pekan imunisasi.png', 'image'])
  expect((await list()).files.map(({ name }) => name)).toEqual([body.name])
  const whole = await hall.hub.http.get(`/media/${body.name}`)
  expect([whole.status, whole.headers['content-type'], whole.headers['cache-control']]).toEqual([
    200,
    'image/png',
    'public, max-age=31536000, immutable',
  ])
  expect(whole.headers['content-security-policy']).toContain('sandbox')
  const part = await hall.hub.http.get(`/media/${body.name}`, { headers: { range: 'bytes=500-' } })
  expect([part.status, part.headers['content-range']]).toEqual([206, 'bytes 500-507/508'])
  expect((await hall.call('removeMedia', { params: { name: body.name }, token: manager })).status).toBe(200)
  expect(named(await hall.call<Refused>('removeMedia', { params: { name: body.name }, token: manager }))).toBe(
    'unknown-media',
  )
  expect((await hall.hub.http.get(`/media/${body.name}`)).status).toBe(404)
})

test('what displays cannot show is refused, and nothing of it stays', async () => {
  const before = (await list()).files
  expect(named(await add(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')))).toBe('bad-media')
  expect(named(await add(Buffer.alloc(0)))).toBe('bad-media')
  expect((await list()).files).toEqual(before)
})

test('the manager alone puts files there, and a stranger is told so before sending anything', async () => {
  const supervisor = await hall.hub.session('supervisor')
  expect((await add(png(2), { token: supervisor })).status).toBe(403)
  expect((await hall.hub.http.post('/api/media', { raw: png(2) })).status).toBe(401)
  expect((await hall.call('listMedia', { token: supervisor })).status).toBe(200)
  expect((await hall.call('removeMedia', { params: { name: 'x' }, token: supervisor })).status).toBe(403)
})

test('the same key gives the same answer, and another file under it is a mistake', async () => {
  const first = await add(png(3), { key: 'file-3' })
  expect((await add(png(3), { key: 'file-3' })).body).toEqual(first.body)
  expect(named(await add(png(4), { key: 'file-3' }))).toBe('key-reused')
})

test('the playlist names files and zones; a file that it shows stays, and one that is missing is told', async () => {
  const desk = siteDesk(hall.call, manager)
  const { body } = await add(png(5))
  const item = (code: string, more: object) =>
    desk.edit('playlist', code, { code, kind: 'image', file: body.name, ...more })
  const made = await desk.change([await item('POSTER', {}), await item('GONE', { file: `${'0'.repeat(32)}.png` })])
  expect(made.status).toBe(200)
  expect(named(await hall.call<Refused>('removeMedia', { params: { name: body.name }, token: manager }))).toBe(
    'media-in-use',
  )
  expect((await list()).failing).toEqual([{ item: 'GONE', zone: null, why: 'no-file' }])
  const wrong = await desk.change([await item('STRAY', { zones: ['NOWHERE'] })])
  expect(wrong.body.error?.fields).toMatchObject([{ path: 'playlist[2].zones[0]', rule: 'unknown-reference' }])
  const zone = await desk.change([await desk.edit('zones', 'A', { shows: ['NOWHERE'] })])
  expect(zone.body.error?.fields).toMatchObject([{ path: 'zones[0].shows[0]', rule: 'unknown-reference' }])
})

test('names that are no files of the shelf lead nowhere', async () => {
  const secret = join(hall.hub.dataDir, 'antrean.sqlite')
  expect(existsSync(secret)).toBe(true)
  for (const path of ['/media/..%2fantrean.sqlite', '/media/antrean.sqlite', '/media/', '/media/.incoming-1'])
    expect((await hall.hub.http.get(path)).status).toBe(404)
})
