import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { PlaylistItemSchema } from '../../server/contract/site-media.ts'
import { mediaLimits, openMedia } from '../../server/media.ts'
import { sniffMedia } from '../../server/media-sniff.ts'

const folder = mkdtempSync(join(tmpdir(), 'antrean-media-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const box = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}
const sample = (format: string) => box('stsd', Buffer.alloc(8), box(format, Buffer.alloc(16)))
const track = (format: string) => box('trak', box('mdia', box('minf', box('stbl', sample(format)))))
/** A large file has its index behind its pictures. */
const mp4 = (...formats: string[]) =>
  Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0')),
    box('mdat', Buffer.alloc(3000)),
    box('moov', box('mvhd'), ...formats.map(track)),
  ])
const webm = (codec: string) =>
  Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.from(`\x42\x82\x84webm....${codec}`), Buffer.alloc(99)])
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(40, 7)])

test.each([
  ['a PNG', png, 'png'],
  ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'jpg'],
  ['a WebP', Buffer.from('RIFF\x10\0\0\0WEBPVP8 '), 'webp'],
  ['an MP4 with H.264 and sound', mp4('mp4a', 'avc1'), 'mp4'],
  ['an MP4 with H.265', mp4('hvc1', 'mp4a'), null],
  ['an MP4 with AV1', mp4('av01'), null],
  ['an MP4 with sound alone', mp4('mp4a'), null],
  ['an MP4 that ends in the middle', mp4('avc1').subarray(0, 40), null],
  ['a box of no length', Buffer.concat([box('ftyp'), Buffer.from('\0\0\0\x01moov')]), null],
  ['a WebM with VP8', webm('V_VP8'), 'webm'],
  ['a WebM with VP9', webm('V_VP9'), 'webm'],
  ['a WebM with AV1', webm('V_AV1'), null],
  ['a drawing that may hold a program', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), null],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), null],
  ['nothing', Buffer.alloc(0), null],
])('%s is known by its content', async (_name, bytes, ending) => {
  const file = join(folder, 'sniffed.jpg')
  writeFileSync(file, bytes)
  expect(await sniffMedia(file)).toBe(ending)
})

const request = (bytes: Buffer, headers: Record<string, string> = {}): IncomingMessage =>
  Object.assign(Readable.from([bytes.subarray(0, 20), bytes.subarray(20)]), {
    headers,
    complete: true,
  }) as unknown as IncomingMessage

const open = (name: string, limits = mediaLimits) => openMedia({ folder: join(folder, name), limits })
const filesIn = (name: string) => readdirSync(join(folder, name))

test('the same file is on the shelf once, under a name made of its content', async () => {
  const media = await open('once')
  const { name } = await media.receive(request(png))
  expect(name).toMatch(/^[a-f0-9]{32}\.png$/)
  expect((await media.receive(request(png))).name).toBe(name)
  await media.call(name ?? '', '../Poster\u0000 imunisasi.png')
  expect(await media.list()).toMatchObject([
    { name, kind: 'image', title: '.. Poster  imunisasi.png', bytes: png.length },
  ])
  await media.remove(name ?? '')
  expect([await media.list(), filesIn('once')]).toEqual([[], []])
})

test('what is no picture and no video leaves nothing behind', async () => {
  const media = await open('none')
  expect(await media.receive(request(Buffer.from('<svg/>')))).toMatchObject({ name: null })
  expect(filesIn('none')).toEqual([])
})

test('a file that is too large for its kind, for a video or for what is left is not taken', async () => {
  const limits = { image: 40, video: 100, shelf: 120 }
  const media = await open('small', limits)
  const isTooLarge = { status: 413, type: 'entity.too.large' }
  await expect(media.receive(request(png))).rejects.toMatchObject(isTooLarge)
  await expect(media.receive(request(Buffer.concat([png, Buffer.alloc(90)])))).rejects.toMatchObject(isTooLarge)
  await expect(media.receive(request(png, { 'content-length': '101' }))).rejects.toMatchObject(isTooLarge)
  expect(filesIn('small')).toEqual([])
  const roomy = await open('small', { ...limits, image: 100 })
  await roomy.receive(request(png))
  await roomy.receive(request(Buffer.concat([png, Buffer.alloc(1)])))
  await expect(roomy.receive(request(Buffer.concat([png, Buffer.alloc(2)])))).rejects.toMatchObject(isTooLarge)
  expect(filesIn('small')).toHaveLength(2)
})

test('files that never came in whole are gone after the next start', async () => {
  await open('left')
  writeFileSync(join(folder, 'left', '.incoming-1'), 'half')
  await open('left')
  expect(filesIn('left')).toEqual([])
})

test('what displays leave out has its reason, by the last word of each zone', async () => {
  const media = await open('told')
  const { name } = await media.receive(request(png))
  const item = (code: string, file: string | null) =>
    PlaylistItemSchema.parse({ code, kind: 'image', file: file ?? `${'0'.repeat(32)}.png` })
  const playlist = [item('HERE', name), item('GONE', null)]
  const noFile = { item: 'GONE', zone: null, why: 'no-file' }
  expect(await media.failing(playlist)).toEqual([noFile])
  media.hear('A', { item: 'HERE', isShown: false }, playlist)
  media.hear('B', { item: 'HERE', isShown: false }, playlist)
  media.hear('A', { item: 'NEVER', isShown: false }, playlist)
  media.hear('B', { item: 'HERE', isShown: true }, playlist)
  expect(await media.failing(playlist)).toEqual([{ item: 'HERE', zone: 'A', why: 'not-shown' }, noFile])
})

test('two files that come at once are not both taken where there is room for one', async () => {
  const media = await open('both', { image: 100, video: 100, shelf: 60 })
  let finish = () => {}
  const slow = async function* () {
    yield png
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    yield Buffer.alloc(1)
  }
  const waiting = media.receive(
    Object.assign(Readable.from(slow()), { headers: {}, complete: true }) as unknown as IncomingMessage,
  )
  await media.receive(request(png))
  finish()
  await expect(waiting).rejects.toMatchObject({ status: 413 })
  expect(filesIn('both')).toHaveLength(1)
})

test('a disk that is nearly full is left to the journal', async () => {
  const media = await openMedia({ folder: join(folder, 'full'), spare: Number.MAX_SAFE_INTEGER })
  await expect(media.receive(request(png))).rejects.toMatchObject({ status: 413, type: 'entity.too.large' })
  expect(filesIn('full')).toEqual([])
})
