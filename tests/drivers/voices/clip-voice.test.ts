import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClipVoice } from '../../../drivers/voices/clip-voice.ts'
import { measureLoudness } from '../../../drivers/voices/loudness.ts'
import type { Script, Voice } from '../../../drivers/voices/voice.ts'
import { encodeWav } from '../../../drivers/voices/wav.ts'
import { figures, phrase, script, testVoice } from './_behaviour.ts'

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
      return { sampleRate: 22050, samples: Int16Array.from({ length: 22050 }, (_, at) => 8000 * Math.sin(at / 5)) }
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

  test('a clip of another sample rate is reported and not played at the wrong speed', async () => {
    const pack = copyPack('rate')
    writeFileSync(
      join(pack, 'en', 'two.wav'),
      encodeWav({ sampleRate: 44100, samples: new Int16Array(44100).fill(100) }),
    )
    await using voice = await openClipVoice({ folder: pack })
    expect(voice.state()).toEqual({ ready: true, missing: ['en/two'] })
  })
})

test('a clip recorded far too softly is brought to the level of the others', async () => {
  const pack = copyPack('soft')
  const soft = Int16Array.from({ length: 11025 }, (_, at) => 300 * Math.sin(at / 10))
  writeFileSync(join(pack, 'id', 'lima.wav'), encodeWav({ sampleRate: 22050, samples: soft }))
  await using voice = await openClipVoice({ folder: pack })
  const sound = await voice.speak({ language: 'id', groups: [[figures('lima')]] })
  expect(sound && measureLoudness(sound)).toBeCloseTo(-20, 0)
})
