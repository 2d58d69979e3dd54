import { clipLoudness, levelTo } from './level.ts'
import { createBiquad, measureLoudness } from './loudness.ts'
import { resample } from './resample.ts'
import { fadeEnds } from './trim.ts'
import type { Pcm } from './voice.ts'

const { abs, cos, floor, log10, max, min, round, sin } = Math

/** What can be wrong with a recorded word, the first thing to mend first. */
export const takeProblems = [
  'silent',
  'clipped',
  'too-quiet',
  'too-noisy',
  'cut-start',
  'cut-end',
  'too-short',
  'too-long',
] as const
export type TakeProblem = (typeof takeProblems)[number]

export type Take = {
  problems: readonly TakeProblem[]
  /** Ready to be a clip: trimmed, levelled, at rest at both ends. Null where nothing was heard, or too much for one word. */
  clip: Pcm | null
  /** Of the voice in the take; LUFS, and dB between it and the room. */
  loudness: number
  clearance: number
}

/** Sample rate of every clip. */
export const clipRate = 22050

const frameMs = 10
/** A knock is shorter than this, every sound of speech longer; in frames. */
const knockFrames = 3
/** Kept around the voice, so that a soft beginning and the last breath are not cut; in frames. */
const beforeFrames = 3
const afterFrames = 6
/** How much of a take must be quiet before and after the voice, in frames. */
const quietFrames = 4

/** In dB: the loudest of the voice against full scale, against the room, and the room that still counts as voice against the loudest frame. */
const heardAt = -50
const clearanceAtLeast = 28
const aboveRoom = 6
const belowVoice = { from: -45, to: -22 }
const loudnessAtLeast = -42
const shortestMs = 90
/** Samples in a row at the end of the scale: a wave that was cut off there. */
const clippedRun = 4
const clippedAt = 32_500

/** A word of so many letters, spoken slowly, takes at most so long. */
const longestMs = (letters: number): number => 1500 + 130 * letters

/**
 * Judges and prepares one recorded word. `fromFile`: cut by somebody before, so that its ends say nothing. The room is what
 * the quietest tenth of the take sounds like; the voice is what stands out of it.
 */
export function judgeTake(recorded: Pcm, letters: number, fromFile = false): Take {
  const sound = withoutRumble(recorded)
  const frames = framesOf(sound)
  const loudest = max(-120, ...frames)
  const room = [...frames].sort((a, b) => a - b)[floor(frames.length / 10)] ?? -120
  if (loudest < heardAt) return { problems: ['silent'], clip: null, loudness: -70, clearance: 0 }
  const threshold = min(loudest + belowVoice.to, max(loudest + belowVoice.from, room + aboveRoom))
  const { first, last } = spanOf(frames, fromFile ? loudest + belowVoice.from : threshold)
  if (first < 0) return { problems: ['silent'], clip: null, loudness: -70, clearance: 0 }
  const voice = sliceFrames(sound, first, last + 1)
  const loudness = measureLoudness(voice)
  const voiceMs = (last + 1 - first) * frameMs
  const clearance = loudest - room
  const isNoisy = !fromFile && clearance < clearanceAtLeast
  const found: Record<TakeProblem, boolean> = {
    silent: false,
    clipped: isClipped(recorded.samples),
    'too-quiet': loudness < loudnessAtLeast,
    'too-noisy': isNoisy,
    // In a noisy room nobody knows where the voice begins.
    'cut-start': !fromFile && !isNoisy && first < quietFrames,
    'cut-end': !fromFile && !isNoisy && last >= frames.length - quietFrames,
    'too-short': voiceMs < shortestMs,
    'too-long': voiceMs > longestMs(letters),
  }
  const problems = takeProblems.filter((problem) => found[problem])
  // Resampling and levelling minutes of sound would hold up the calls.
  if (found['too-long']) return { problems, clip: null, loudness, clearance }
  const kept = resample(sliceFrames(sound, first - beforeFrames, last + 1 + afterFrames), clipRate)
  const clip = levelTo(kept, clipLoudness)
  return {
    problems,
    clip: { ...clip, samples: fadeEnds(clip.samples, clip.sampleRate) },
    loudness,
    clearance,
  }
}

/** Below every voice there is only the hum of the mains, footsteps and a hand on the microphone. */
const rumbleHz = 70

/** Second-order Butterworth high pass (R. Bristow-Johnson, Audio EQ Cookbook). */
function withoutRumble({ sampleRate, samples }: Pcm): Pcm {
  const w = (2 * Math.PI * rumbleHz) / sampleRate
  const alpha = sin(w) / Math.SQRT2
  const [cosine, a0] = [cos(w), 1 + alpha]
  const pass = createBiquad({
    b0: (1 + cosine) / 2 / a0,
    b1: -(1 + cosine) / a0,
    b2: (1 + cosine) / 2 / a0,
    a1: (-2 * cosine) / a0,
    a2: (1 - alpha) / a0,
  })
  return {
    sampleRate,
    samples: Int16Array.from(samples, (sample) => max(-32768, min(32767, round(pass(sample))))),
  }
}

const frameLength = (sampleRate: number): number => round((frameMs * sampleRate) / 1000)

/** Level of every whole frame in dB of full scale. */
function framesOf({ sampleRate, samples }: Pcm): number[] {
  const length = frameLength(sampleRate)
  return Array.from({ length: floor(samples.length / length) }, (_, frame) =>
    levelOf(samples.subarray(frame * length, (frame + 1) * length)),
  )
}

function levelOf(samples: Int16Array): number {
  let power = 0
  for (const sample of samples) power += (sample / 32768) ** 2
  return 10 * log10(max(power / max(samples.length, 1), 1e-12))
}

/** From the first to the last frame that is heard, leaving out what is too short to be a voice; −1 when there is none. */
function spanOf(frames: readonly number[], threshold: number): { first: number; last: number } {
  let [first, last, run] = [-1, -1, 0]
  for (const [index, level] of frames.entries()) {
    run = level > threshold ? run + 1 : 0
    if (run < knockFrames) continue
    if (first < 0) first = index - run + 1
    last = index
  }
  return { first, last }
}

function sliceFrames({ sampleRate, samples }: Pcm, from: number, to: number): Pcm {
  const length = frameLength(sampleRate)
  return { sampleRate, samples: samples.slice(max(0, from) * length, to * length) }
}

function isClipped(samples: Int16Array): boolean {
  let run = 0
  return samples.some((sample) => {
    run = abs(sample) >= clippedAt ? run + 1 : 0
    return run >= clippedRun
  })
}
