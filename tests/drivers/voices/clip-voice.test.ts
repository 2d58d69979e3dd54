import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClipVoice } from '../../../drivers/voices/clip-voice.ts'
import { clipLoudness } from '../../../drivers/voices/level.ts'
import { measureLoudness } from '../../../drivers/voices/loudness.ts'
import { resample } from '../../../drivers/voices/resample.ts'
import type { Script, Voice } from '../../../drivers/voices/voice.ts'
import { decodeWav, encodeWav } from '../../../drivers/voices/wav.ts'
import { figures, phrase, script, testVoice } from './_behaviour.ts'

const { abs, floor, sin } = Math

const folder = mkdtempSync(join(tmpdir(), 'antrean-clips-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A copy of the shipped clips to damage. */
function copyPack(name: string): string {
  const copy = join(folder, name)
  cpSync('voices', copy, { recursive: true })
  return copy
}

testVoice(
  'clip-voice',
  () => openClipVoice({ folder: 'voices' }),
  () => openClipVoice({ folder: join(folder, 'nowhere') }),
)

/** A voice that says every word as one second of a tone, and remembers what it was asked. */
function toneVoice(asked: Script[]): Voice {
  return {
    name: 'tone',
    sampleRate: 22050,
    state: () => ({ ready: true, missing: [] }),
    async speak(said) {
      asked.push(said)
      return { sampleRate: 22050, samples: Int16Array.from({ length: 22050 }, (_, at) => 8000 * sin(at / 5)) }
    },
    async [Symbol.asyncDispose]() {},
  }
}

describe('clips that are lost', () => {
  test('a corrupt clip is reported at opening, and a figure without a sound is never left out of a number', async () => {
    const pack = copyPack('corrupt')
    writeFileSync(join(pack, 'id', 'dua.wav'), 'not a sound')
    await using voice = await openClipVoice({ folder: pack })
    expect(voice.state()).toEqual({ ready: true, missing: ['id/dua'] })
    expect(await voice.speak(script)).toBeNull()
  })

  test('another word without a sound is left out and reported; the rest is said', async () => {
    const pack = copyPack('missing')
    rmSync(join(pack, 'id', 'gerai.wav'))
    await using voice = await openClipVoice({ folder: pack })
    await using whole = await openClipVoice({ folder: 'voices' })
    const sound = await voice.speak(script)
    const gerai = await whole.speak({ language: 'id', groups: [[phrase('Gerai')]] })
    const complete = await whole.speak(script)
    expect(sound?.samples.length).toBe((complete?.samples.length ?? 0) - (gerai?.samples.length ?? 0))
    expect(voice.state()).toEqual({ ready: true, missing: ['id/gerai'] })
  })

  test('the other voice says a word whose clip is lost, whole, and only that word', async () => {
    const pack = copyPack('fallback')
    rmSync(join(pack, 'id', 'tiga.wav'))
    const asked: Script[] = []
    await using voice = await openClipVoice({ folder: pack, fallback: toneVoice(asked) })
    const sound = await voice.speak(script)
    expect(asked).toEqual([{ language: 'id', groups: [[figures('nol', 'dua', 'tiga')]] }])
    expect(sound?.samples.length).toBeGreaterThan(3 * 22050)
  })

  test('a clip of no use at all is reported: silence, half a file, a film', async () => {
    const pack = copyPack('useless')
    writeFileSync(join(pack, 'en', 'one.wav'), encodeWav({ sampleRate: 22050, samples: new Int16Array(9000) }))
    writeFileSync(join(pack, 'en', 'two.wav'), readFileSync(join(pack, 'en', 'two.wav')).subarray(0, 40))
    writeFileSync(join(pack, 'en', 'six.wav'), Buffer.alloc(9 * 1024 * 1024))
    await using voice = await openClipVoice({ folder: pack })
    expect(voice.state()).toEqual({ ready: true, missing: ['en/one', 'en/six', 'en/two'] })
    expect([voice.has('en/two'), voice.has('en/three')]).toEqual([false, true])
  })
})

test.each([
  [44_100, 1],
  [48_000, 2],
])('a clip of %i Hz and %i channels is heard as it was spoken', async (rate, channels) => {
  const pack = copyPack(`rate-${rate}`)
  const own = decodeWav(readFileSync(join(pack, 'id', 'dua.wav')))
  const there = resample(own, rate)
  const samples = Int16Array.from(
    { length: there.samples.length * channels },
    (_, at) => there.samples[floor(at / channels)] ?? 0,
  )
  const wav = encodeWav({ sampleRate: rate, samples })
  wav.writeUInt16LE(channels, 22)
  writeFileSync(join(pack, 'id', 'dua.wav'), wav)
  await using voice = await openClipVoice({ folder: pack })
  await using shipped = await openClipVoice({ folder: 'voices' })
  const word = { language: 'id', groups: [[figures('dua')]] } as const
  const [heard, meant] = [await voice.speak(word), await shipped.speak(word)]
  expect(abs((heard?.samples.length ?? 0) - (meant?.samples.length ?? 0))).toBeLessThan(0.01 * 22050)
  expect(heard && measureLoudness(heard)).toBeCloseTo(clipLoudness, 0)
})

test('a clip recorded far too softly is brought to the level of the others', async () => {
  const pack = copyPack('soft')
  const soft = Int16Array.from({ length: 11025 }, (_, at) => 300 * sin(at / 10))
  writeFileSync(join(pack, 'id', 'lima.wav'), encodeWav({ sampleRate: 22050, samples: soft }))
  await using voice = await openClipVoice({ folder: pack })
  const sound = await voice.speak({ language: 'id', groups: [[figures('lima')]] })
  expect(sound && measureLoudness(sound)).toBeCloseTo(clipLoudness, 0)
})
