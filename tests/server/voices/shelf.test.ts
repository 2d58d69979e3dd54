import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClipVoice } from '../../../drivers/voices/clip-voice.ts'
import type { Script } from '../../../drivers/voices/voice.ts'
import { readTar } from '../../../record-ui/tar.ts'
import { createShelf } from '../../../server/voices/shelf.ts'

const root = mkdtempSync(join(tmpdir(), 'antrean-shelf-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const dua = readFileSync('voices/id/dua.wav')
const tiga = readFileSync('voices/id/tiga.wav')
const script: Script = { language: 'id', groups: [[{ text: 'dua', clips: ['dua'], figure: true }]] }

/** A shelf of its own, over the voice that came with the program. */
async function openShelf(name: string) {
  const folder = join(root, name)
  return { folder, shelf: createShelf({ folder, bundled: await openClipVoice({ folder: 'voices' }) }) }
}

test('a pack is made, filled, read, exported and thrown away', async () => {
  const { folder, shelf } = await openShelf('life')
  expect(await shelf.packs()).toEqual([])
  const { code } = await shelf.create('Suara Ruang Tunggu')
  expect([code, (await shelf.create('Suara ruang tunggu!')).code]).toEqual([
    'suara-ruang-tunggu',
    'suara-ruang-tunggu-2',
  ])
  await shelf.keepClip(code, 'id/dua', dua)
  expect(await shelf.read(code)).toEqual({ code, title: 'Suara Ruang Tunggu', clips: new Set(['id/dua']) })
  expect(await shelf.readClip(code, 'id/dua')).toEqual(dua)
  await shelf.removeClip(code, 'id/dua')
  expect((await shelf.read(code))?.clips.size).toBe(0)
  await shelf.remove(code)
  expect([await shelf.read(code), existsSync(join(folder, code))]).toEqual([null, false])
})

test.each(['..', '.', '', 'Suara', 'a/b', 'x'.repeat(40)])('%j is no pack', async (code) => {
  const { shelf } = await openShelf('names')
  expect([await shelf.read(code), await shelf.open(code)]).toEqual([null, null])
})

test('what is no pack on the disk is not taken for one', async () => {
  const { folder, shelf } = await openShelf('strange')
  mkdirSync(join(folder, 'half'), { recursive: true })
  writeFileSync(join(folder, 'half', 'pack.json'), '{"format":"antrean-voice","ver')
  mkdirSync(join(folder, 'other'), { recursive: true })
  writeFileSync(join(folder, 'other', 'pack.json'), '{"format":"something","version":1,"title":"x"}')
  writeFileSync(join(folder, 'a-file'), '')
  expect(await shelf.packs()).toEqual([])
})

test('the voice follows the choice: the next announcement is spoken by the pack, and by the bundled voice again', async () => {
  const { shelf } = await openShelf('follow')
  const { code } = await shelf.create('pak')
  // Under the name of two, this pack says three.
  await shelf.keepClip(code, 'id/dua', tiga)
  let chosen: string | undefined
  const voice = shelf.follow(() => chosen)
  const bundled = await voice.speak(script)
  chosen = code
  const own = await voice.speak(script)
  expect(own).not.toEqual(bundled)
  await shelf.keepClip(code, 'id/dua', dua)
  expect(await voice.speak(script)).toEqual(bundled)
  chosen = 'nowhere'
  expect(await voice.speak(script)).toEqual(bundled)
  expect(voice.state()).toMatchObject({ ready: true })
  await voice[Symbol.asyncDispose]()
  expect([voice.state(), await voice.speak(script)]).toEqual([{ ready: false, reason: 'closed' }, null])
})

test('a corrupt clip is named, and its word is said by the bundled voice', async () => {
  const { folder, shelf } = await openShelf('corrupt')
  const { code } = await shelf.create('pak')
  mkdirSync(join(folder, code, 'id'))
  writeFileSync(join(folder, code, 'id', 'dua.wav'), 'not a sound')
  const voice = shelf.follow(() => code)
  expect(await voice.speak(script)).toEqual(await shelf.bundled.speak(script))
  expect(voice.state()).toEqual({ ready: true, missing: ['id/dua'] })
  expect((await shelf.open(code))?.has('id/dua')).toBe(false)
})

test('an exported pack is a tar file that tar itself and the page can read', async () => {
  const { shelf } = await openShelf('export')
  const { code } = await shelf.create('pak')
  const long = `id/notice-${'x'.repeat(83)}`
  await shelf.keepClip(code, 'id/dua', dua)
  await shelf.keepClip(code, long, tiga)
  const pack = await shelf.read(code)
  const archive = pack && (await shelf.archive(pack))
  if (!archive) throw new Error('no archive')
  const file = join(root, 'pak.tar')
  const there = join(root, 'unpacked')
  mkdirSync(there)
  writeFileSync(file, archive)
  execFileSync('tar', ['-xf', file, '-C', there])
  expect(readFileSync(join(there, code, 'id', 'dua.wav'))).toEqual(dua)
  expect(readFileSync(join(there, code, `${long}.wav`))).toEqual(tiga)
  const files = readTar(new Uint8Array(archive))
  expect(files.map(({ path }) => path).sort()).toEqual(
    [`${code}/${long}.wav`, `${code}/id/dua.wav`, `${code}/pack.json`].sort(),
  )
  expect(Buffer.from(files.find(({ path }) => path.endsWith('dua.wav'))?.content ?? [])).toEqual(dua)
  // The other way round, and what is cut off.
  cpSync(join(there, code), join(there, 'again'), { recursive: true })
  const made = execFileSync('tar', ['-cf', '-', '--format=ustar', '-C', there, 'again'])
  expect(readTar(new Uint8Array(made)).map(({ path }) => path)).toContain('again/id/dua.wav')
  expect(readTar(new Uint8Array(archive.subarray(0, 530)))).toEqual([])
})
