import type { Script, Voice, Word } from '../../../drivers/voices/voice.ts'

const { abs, max } = Math

export const phrase = (text: string): Word => ({
  text,
  clips: [text.toLowerCase().replaceAll(' ', '-')],
  figure: false,
})

export const figures = (...words: string[]): Word => ({ text: words.join(' '), clips: words, figure: true })

export const script: Script = {
  language: 'id',
  groups: [[phrase('Nomor antrean')], [figures('nol', 'dua', 'tiga')], [phrase('Silakan menuju'), phrase('Gerai')]],
}

export const secondsOf = (samples: Int16Array, sampleRate: number) => samples.length / sampleRate

export const peakOf = (samples: Int16Array) => samples.reduce((most, sample) => max(most, abs(sample)), 0)

/** What every voice must do. `absent` opens one with nothing to speak with. */
export function testVoice(name: string, open: () => Promise<Voice>, absent: () => Promise<Voice>) {
  describe(`${name} as a voice`, () => {
    test('speaks both languages, at its sample rate, without clipping', async () => {
      await using voice = await open()
      expect(voice.state()).toEqual({ ready: true, missing: [] })
      for (const language of ['id', 'en'] as const) {
        const words = language === 'id' ? script.groups : [[figures('zero', 'two')]]
        const sound = await voice.speak({ language, groups: words })
        expect(sound?.sampleRate).toBe(voice.sampleRate)
        expect(sound?.samples.length).toBeGreaterThan(voice.sampleRate / 2)
        expect(peakOf(sound?.samples ?? new Int16Array())).toBeLessThan(32767)
      }
    })

    test('says nothing of an empty script', async () => {
      await using voice = await open()
      expect(await voice.speak({ language: 'id', groups: [] })).toBeNull()
    })

    test('opens with nothing to speak with, says so, and stays silent', async () => {
      await using voice = await absent()
      expect(voice.state()).toEqual({ ready: false, reason: 'not-installed' })
      expect(await voice.speak(script)).toBeNull()
    })

    test('closes twice, is silent after that and says so', async () => {
      const voice = await open()
      await voice[Symbol.asyncDispose]()
      await voice[Symbol.asyncDispose]()
      expect(voice.state()).toEqual({ ready: false, reason: 'closed' })
      expect(await voice.speak(script)).toBeNull()
    })
  })
}
