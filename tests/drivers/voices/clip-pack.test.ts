import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openClipVoice } from '../../../drivers/voices/clip-voice.ts'
import { speechLoudness, truePeak } from '../../../drivers/voices/level.ts'
import { measureLoudness } from '../../../drivers/voices/loudness.ts'
import type { Pcm } from '../../../drivers/voices/voice.ts'
import { decodeWav } from '../../../drivers/voices/wav.ts'
import { writeNotice } from '../../../server/announcing/notice.ts'
import { type SpokenCall, writeSentences } from '../../../server/announcing/sentence.ts'
import { peakOf, secondsOf } from './_behaviour.ts'

// Named here: in a test, every look at a global costs more than the sum itself.
const { abs, max, min, round } = Math

const files = ['id', 'en'].flatMap((language) =>
  readdirSync(join('voices', language)).map((name) => join('voices', language, name)),
)
const clips = files.map((file) => decodeWav(readFileSync(file)))

const call: SpokenCall = {
  label: 'D-023',
  sign: '02',
  counterInBooth: 2,
  floor: 1,
  counterNumber: 5,
  call: 1,
  english: true,
}

const opened = openClipVoice({ folder: 'voices' })

/** Speaks the whole of a call in one language. */
async function speak(language: 'id' | 'en', label = 'D-023'): Promise<Pcm & { text: string }> {
  const voice = await opened
  const sentence = writeSentences({ ...call, label }).find((one) => one.language === language)
  const sound = sentence && (await voice.speak(sentence))
  if (!sound) throw new Error('nothing was said')
  return { ...sound, text: sentence.text }
}

/** The longest quiet inside a sound, in seconds: below 1 % of its peak. */
function longestQuiet({ samples, sampleRate }: Pcm): number {
  const threshold = peakOf(samples) * 0.01
  let [longest, run] = [0, 0]
  for (const sample of samples) {
    run = abs(sample) < threshold ? run + 1 : 0
    longest = max(longest, run)
  }
  return longest / sampleRate
}

describe('the shipped clips', () => {
  test('are 22,050 Hz mono 16-bit, 8 MB at most in all', () => {
    expect(new Set(clips.map((clip) => clip.sampleRate))).toEqual(new Set([22050]))
    expect(files.reduce((bytes, file) => bytes + statSync(file).size, 0)).toBeLessThan(8e6)
  })

  test('are within 2 dB of each other and clip nowhere', () => {
    const levels = clips.map(measureLoudness)
    expect(max(...levels) - min(...levels)).toBeLessThanOrEqual(2)
    expect(max(...clips.map((clip) => peakOf(clip.samples)))).toBeLessThan(32000)
  })

  test('have no silence at their ends: at most 15 ms before and 30 ms after', () => {
    for (const { samples } of clips) {
      const threshold = peakOf(samples) * 0.01
      const heard = (sample: number) => abs(sample) > threshold
      expect(samples.findIndex(heard)).toBeLessThanOrEqual(0.015 * 22050)
      expect(samples.length - samples.findLastIndex(heard)).toBeLessThanOrEqual(0.03 * 22050)
    }
  })
})

test('every announcement is within 1 LU of −20 LUFS, rises to −1 dBTP at most, has its pauses, and begins and ends at rest', async () => {
  const voice = await opened
  const calls = Array.from({ length: 24 }, (_, index) =>
    writeSentences(
      {
        ...call,
        label: `${'ABCDEFGHJKLMNPRSTUVWXYZ'[index % 23]}-${String((index * 379) % 1000).padStart(3, '0')}`,
        sign: String((index * 7) % 46),
        counterInBooth: (index % 3) + 1,
        call: (index % 3) + 1,
      },
      { reading: (['digit', 'mixed', 'value'] as const)[index % 3] ?? 'digit' },
    ),
  )
  const notices = [
    { kind: 'paused', reason: 'power', time: '13:05' },
    { kind: 'resumed' },
    { kind: 'closing', minutes: 15 },
    { kind: 'day-closed' },
  ] as const
  const sounds: Pcm[] = []
  for (const sentence of [...calls, ...notices.map(writeNotice)].flat()) {
    const sound = await voice.speak(sentence)
    if (!sound) throw new Error(`could not say: ${sentence.text}`)
    sounds.push(sound)
  }
  const levels = sounds.map(measureLoudness)
  expect(min(...levels)).toBeGreaterThan(speechLoudness - 1)
  expect(max(...levels)).toBeLessThan(speechLoudness + 1)
  expect(max(...sounds.map(truePeak))).toBeLessThanOrEqual(-0.9)
  for (const { samples } of sounds) {
    expect([samples[0], samples.at(-1)]).toEqual([0, 0])
    let pauses = 0
    let run = 0
    for (const sample of samples) {
      if (sample === 0) run += 1
      else {
        if (run >= 0.35 * 22050) pauses += 1
        run = 0
      }
    }
    expect(pauses).toBeGreaterThan(0)
  }
})

describe.each(['id', 'en'] as const)('a whole sentence in %s', (language) => {
  test('runs at about 110 words a minute', async () => {
    const { samples, sampleRate, text } = await speak(language)
    const perMinute = (text.split(' ').length / secondsOf(samples, sampleRate)) * 60
    expect(perMinute).toBeGreaterThan(100)
    expect(perMinute).toBeLessThan(120)
  })

  test('pauses between its groups, and nowhere longer than 0.6 s', async () => {
    const sound = await speak(language, 'DK-988')
    expect(longestQuiet(sound)).toBeGreaterThanOrEqual(0.35)
    expect(longestQuiet(sound)).toBeLessThan(0.6)
  })

  test('is joined without clicks: at a join the sound is at rest', async () => {
    const whole = await speak(language)
    const voice = await opened
    const sentence = writeSentences(call).find((one) => one.language === language)
    let at = 0
    for (const [index, group] of (sentence?.groups ?? []).entries()) {
      if (index > 0) at += round((350 * 22050) / 1000)
      for (const clip of group.flatMap((word) => word.clips)) {
        const word = { text: clip, clips: [clip], figure: true }
        at += (await voice.speak({ language, groups: [[word]] }))?.samples.length ?? 0
        const [before = 99, after = 0] = [whole.samples[at - 1], whole.samples[at]]
        expect(abs(after - before)).toBeLessThanOrEqual(8)
      }
    }
    expect(at).toBe(whole.samples.length)
  })
})
