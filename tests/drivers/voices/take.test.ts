import { readFileSync } from 'node:fs'
import { clipLoudness, truePeak } from '../../../drivers/voices/level.ts'
import { measureLoudness } from '../../../drivers/voices/loudness.ts'
import { resample } from '../../../drivers/voices/resample.ts'
import { judgeTake, takeProblems } from '../../../drivers/voices/take.ts'
import type { Pcm } from '../../../drivers/voices/voice.ts'
import { decodeWav } from '../../../drivers/voices/wav.ts'
import * as wire from '../../../server/contract/voice.ts'

// Named here: in a test, every look at a global costs more than the sum itself.
const { PI, abs, imul, max, min, round, sin } = Math

const rate = 48_000
const word = resample(decodeWav(readFileSync('voices/id/sembilan.wav')), rate)

/** Always the same noise, evenly between −1 and 1. */
function createNoise(): () => number {
  let state = 7
  return () => {
    state = (imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 31 - 1
  }
}

/** A take at a desk: the room, the word, the room. Loudness as shares of full scale. */
function take({ before = 0.5, after = 0.5, voice = 1, room = 0.001, spoken = word }): Pcm {
  const noise = createNoise()
  const [first, last] = [round(before * rate), round(after * rate)]
  const samples = Int16Array.from({ length: first + spoken.samples.length + last }, (_, at) => {
    const sample = (spoken.samples[at - first] ?? 0) * voice + noise() * room * 32_768
    return max(-32_768, min(32_767, round(sample)))
  })
  return { sampleRate: rate, samples }
}

test('a good take becomes a clip: trimmed, at the loudness of every clip, at rest at both ends', () => {
  const { problems, clip } = judgeTake(take({}), 8)
  expect(problems).toEqual([])
  const seconds = (clip?.samples.length ?? 0) / 22_050
  expect(seconds).toBeGreaterThan(word.samples.length / rate - 0.1)
  expect(seconds).toBeLessThan(word.samples.length / rate + 0.1)
  expect(clip?.sampleRate).toBe(22_050)
  expect(clip && abs(measureLoudness(clip) - clipLoudness)).toBeLessThan(0.6)
  expect(clip && truePeak(clip)).toBeLessThan(-0.9)
  expect([clip?.samples[0], clip?.samples.at(-1)]).toEqual([0, 0])
})

test.each<[string, Parameters<typeof take>[0], number, readonly string[]]>([
  ['a dead microphone', { voice: 0, room: 0.00002 }, 8, ['silent']],
  ['a voice far away', { voice: 0.03, room: 0.00002 }, 8, ['too-quiet']],
  ['a voice at the end of the scale', { voice: 8 }, 8, ['clipped']],
  ['a fan beside the microphone', { voice: 0.3, room: 0.03 }, 8, ['too-noisy']],
  ['somebody who spoke too early', { before: 0 }, 8, ['cut-start']],
  ['somebody who stopped too early', { after: 0 }, 8, ['cut-end']],
])('%s is told so', (_name, made, letters, problems) => {
  expect(judgeTake(take(made), letters).problems).toEqual(problems)
})

test('a knock is no voice, and a story is no word', () => {
  const knock = { sampleRate: rate, samples: word.samples.slice(9000, 9000 + rate * 0.05) }
  expect(judgeTake(take({ spoken: knock }), 3).problems).toEqual(['too-short'])
  const story = { sampleRate: rate, samples: Int16Array.from([1, 2, 3, 4, 5].flatMap(() => [...word.samples])) }
  // Nor is it made ready: that takes a while, in which nothing else is done.
  expect(judgeTake(take({ spoken: story }), 3)).toMatchObject({ problems: ['too-long'], clip: null })
})

test('a file that somebody has cut needs no quiet around it', () => {
  expect(judgeTake(word, 8).problems).toEqual(['too-noisy'])
  expect(judgeTake(word, 8, true).problems).toEqual([])
})

test('footsteps and the hum of the mains below a voice are taken away', () => {
  const hum = take({})
  const samples = hum.samples.map((sample, at) => sample + 3000 * sin((2 * PI * 25 * at) / rate))
  const { problems, clip } = judgeTake({ sampleRate: rate, samples }, 8)
  expect(problems).toEqual([])
  expect((clip?.samples.length ?? 0) / 22_050).toBeLessThan(word.samples.length / rate + 0.1)
})

test('the page has words for everything that can be wrong', () => {
  expect(wire.takeProblems).toEqual(['unreadable', ...takeProblems])
})
