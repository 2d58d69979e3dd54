import type { Door } from '../../record-ui/door.ts'
import { importPack } from '../../record-ui/import-pack.ts'
import { readTar } from '../../record-ui/tar.ts'
import { writeTar } from '../../server/voices/tar.ts'
import { ApiError } from '../../ui-kit/api.ts'

const packFile = (title: unknown) => Buffer.from(JSON.stringify({ format: 'antrean-voice', version: 1, title }))
const named = (path: string, content: Buffer | string) => ({ path, content: Buffer.from(content) })
const pack = { path: 'pak/pack.json', content: packFile('Suara loket') }
const tar = (...files: { path: string; content: Buffer }[]) => new Uint8Array(writeTar(files))

/** The archive with a field of its first header written over. */
function tampered(at: number, text: string, archive = tar(named('pak/id/dua.wav', 'x'.repeat(600)), pack)) {
  archive.set(Buffer.from(text, 'latin1'), at)
  return archive
}
const [sizeAt, kindAt] = [124, 156]

/** A hub whose building says two words; it takes every sound but `bad`. */
function openHub(record?: Door['record']) {
  const sent: string[] = []
  const created: string[] = []
  const words = ['dua', 'tiga'].map((clip) => ({ language: 'id', clip }))
  const door = {
    create: async (title: string) => {
      created.push(title)
      return { code: 'pak-2' }
    },
    voice: async () => ({ words }),
    record:
      record ??
      (async (code: string, { language, clip, wav }: Parameters<Door['record']>[1]) => {
        const sound = Buffer.from(wav, 'base64').toString()
        sent.push(`${code} ${language}/${clip} ${sound}`)
        return { isKept: sound !== 'bad', problems: [], durationMs: 5 }
      }),
  } as unknown as Door
  return { door, sent, created, open: (archive: Uint8Array) => importPack(door, archive, () => undefined) }
}

test('every word that the building says is taken, and the others are counted', async () => {
  const hub = openHub()
  const archive = tar(
    pack,
    named('pak/id/dua.wav', 'two'),
    named('pak/id/tiga.wav', 'bad'),
    named('pak/en/two.wav', 'x'),
  )
  expect(await hub.open(archive)).toEqual({ kept: 1, refused: 1, unknown: 1 })
  expect([hub.created, hub.sent]).toEqual([['Suara loket'], ['pak-2 id/dua two', 'pak-2 id/tiga bad']])
})

test('a path that leads out of the pack, a link and a folder bring nothing but words', async () => {
  const hub = openHub()
  const outside = ['../../etc/passwd', '/etc/shadow', 'pak/id/../../server.wav', 'pak/id/%2e%2e.wav', 'pak/ID/dua.wav']
  expect(await hub.open(tar(pack, ...outside.map((path) => named(path, 'x'))))).toEqual({
    kept: 0,
    refused: 0,
    unknown: 0,
  })
  for (const kind of ['1', '2', '3', '5', 'x', 'L'])
    expect(await hub.open(tampered(kindAt, kind))).toEqual({ kept: 0, refused: 0, unknown: 0 })
  expect(hub.sent).toEqual([])
})

test.each([
  ['below nothing', '-0000001000\0'],
  ['a little below nothing', '-1\0'],
  ['no number', 'enormous\0'],
  ['beyond the end', '77777777777\0'],
  ['in the way of files above 8 GB', '\x80\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff'],
])('a size that is %s ends the archive', (_what, size) => {
  expect(readTar(tampered(sizeAt, size))).toEqual([])
})

test.each([0, 1, 100, 511, 512, 513, 1100])(
  'an archive cut off after %i bytes is read as far as it is whole',
  (length) => {
    expect(readTar(tar(named('pak/id/dua.wav', 'two'), pack).subarray(0, length)).length).toBe(length >= 1024 ? 1 : 0)
  },
)

test('noise is no pack', async () => {
  const hub = openHub()
  const noise = Uint8Array.from({ length: 5000 }, (_, at) => ((at * 7919) % 255) + 1)
  expect(await hub.open(noise)).toBeNull()
  expect(await hub.open(new Uint8Array(0))).toBeNull()
  expect(hub.created).toEqual([])
})

test.each([[''], ['  '], ['Suara\nloket'], ['\u001b[31m'], [7], [null]])(
  'a pack by the name of %j is none, and the hub is not asked',
  async (title) => {
    const hub = openHub()
    expect(await hub.open(tar({ path: 'pak/pack.json', content: packFile(title) }))).toBeNull()
    expect(hub.created).toEqual([])
  },
)

test('a sound that is too large for the hub is not sent; a word that comes twice is the last of them', async () => {
  const hub = openHub()
  const huge = { path: 'pak/id/tiga.wav', content: Buffer.alloc(1024 * 1024 + 1, 'x') }
  const archive = tar(pack, named('pak/id/dua.wav', 'first'), named('pak/id/dua.wav', 'last'), huge)
  expect(await hub.open(archive)).toEqual({ kept: 1, refused: 1, unknown: 0 })
  expect(hub.sent).toEqual(['pak-2 id/dua last'])
})

test('a sound that the hub refuses is counted; a hub that goes away is told, not taken for bad sounds', async () => {
  const archive = tar(pack, named('pak/id/dua.wav', 'two'))
  const refusing = openHub(() => Promise.reject(new ApiError(400, null)))
  expect(await refusing.open(archive)).toEqual({ kept: 0, refused: 1, unknown: 0 })
  const away = openHub(() => Promise.reject(new TypeError('Failed to fetch')))
  await expect(away.open(archive)).rejects.toThrow('Failed to fetch')
})
