import type { Script, Voice } from '../../../drivers/voices/voice.ts'
import { createGuideVoice, knownWords, spelledOut } from '../../../server/announcing/guide.ts'

/** A voice that has the words of these clips, and free words if it may; it notes every script. */
function voiceOf(clips: readonly string[], free: boolean) {
  const scripts: Script[] = []
  const voice: Voice = {
    name: 'test',
    sampleRate: 22_050,
    state: () => ({ ready: true, missing: [] }),
    async speak(script) {
      scripts.push(script)
      const said = script.groups
        .flat()
        .filter((word) => (word.clips.length === 0 ? free : word.clips.every((clip) => clips.includes(clip))))
      const lost = script.groups.flat().some((word) => word.figure && !said.includes(word))
      return said.length === 0 || lost ? null : { sampleRate: 22_050, samples: new Int16Array(10 * said.length) }
    },
    async [Symbol.asyncDispose]() {},
  }
  const guide = createGuideVoice({ voice: () => voice, encode: ({ samples }) => Buffer.from(samples.buffer) })
  return { guide, scripts }
}

const written = (text: string, language: 'id' | 'en') =>
  knownWords(text, language).map((group) => group.flatMap(({ clips }) => clips).join(' '))

it('a ticket number is spelled as the hall calls it, in both languages', () => {
  expect(spelledOut('Nomor antrean DK-050.', 'id')).toBe('Nomor antrean D, K, nol lima nol.')
  expect(spelledOut('Queue number D\u00a0001.', 'en')).toBe('Queue number D, zero zero one.')
  expect(spelledOut('Buka 08.00 di Gerai 02', 'id')).toBe('Buka 08.00 di Gerai 02')
})

it('a voice of free words says the sentence whole, and says it once', async () => {
  const { guide, scripts } = voiceOf([], true)
  const both = await Promise.all([guide.speak('id', 'Pilih instansi.'), guide.speak('id', 'Pilih instansi.')])
  expect(both.map(({ spoken }) => spoken)).toEqual(['whole', 'whole'])
  expect(scripts).toHaveLength(1)
  expect(scripts[0]?.groups).toEqual([[{ text: 'Pilih instansi.', clips: [], figure: false }]])
})

it('without one, the words of the clips are said: the number, and where to go', async () => {
  const clips = ['nomor-antrean', 'letter-d', 'nol', 'satu', 'gerai', 'dua', 'lantai']
  const text = 'Nomor antrean D-001. Menuju ke. Lantai 1. Gerai 02.'
  expect(written(text, 'id')).toEqual(['nomor-antrean', 'letter-d nol nol satu', 'lantai satu', 'gerai dua'])
  expect((await voiceOf(clips, false).guide.speak('id', text)).spoken).toBe('part')
  expect(written('Queue number D-001. Go to booth 02.', 'en')).toEqual([
    'queue-number',
    'letter-d zero zero one',
    'booth two',
  ])
})

it('what cannot be said at all is silence, and a number with a missing figure is never half said', async () => {
  expect(await voiceOf([], false).guide.speak('id', 'Pilih instansi.')).toMatchObject({ spoken: 'none' })
  const lacking = ['nomor-antrean', 'letter-d', 'nol']
  expect((await voiceOf(lacking, false).guide.speak('id', 'Nomor antrean D-001.')).spoken).toBe('none')
})

it('a thousand questions at once do not queue up behind one another', async () => {
  const { guide, scripts } = voiceOf([], true)
  const all = await Promise.all(Array.from({ length: 1000 }, (_, index) => guide.speak('id', `Kalimat ${index}.`)))
  expect(scripts.length).toBeLessThanOrEqual(12)
  expect(all.filter(({ spoken }) => spoken === 'none').length).toBeGreaterThan(900)
})
