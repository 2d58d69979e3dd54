/** The sound of a key or pedal that begins a take is not part of it. */
const skippedS = 0.15
/** A take ends by itself after so much quiet behind the voice, or when nobody ends it. */
const quietAfterS = 0.8
const longestS = 10
/** The voice stands out of the room by so much; as amplitudes. */
const heardFactor = 3
const heardAtLeast = 0.006

/** One take: blocks of sound, and whether the voice has come and gone. */
export interface TakeTape {
  add(block: Float32Array): void
  /** Whether the voice has been heard, and is over. */
  hasVoice(): boolean
  isOver(): boolean
  samples(): Float32Array
}

/** `room` is the usual amplitude of the room before the take began. */
export function createTape(sampleRate: number, room: number): TakeTape {
  const blocks: Float32Array[] = []
  let [skipped, length, quiet, isHeard] = [0, 0, 0, false]
  const threshold = Math.max(heardAtLeast, room * heardFactor)
  return {
    add(block) {
      if (skipped < skippedS * sampleRate) {
        skipped += block.length
        return
      }
      blocks.push(block)
      length += block.length
      if (amplitudeOf(block) > threshold) [quiet, isHeard] = [0, true]
      else quiet += block.length
    },
    hasVoice: () => isHeard,
    isOver: () => (isHeard && quiet > quietAfterS * sampleRate) || length > longestS * sampleRate,
    samples() {
      const joined = new Float32Array(length)
      let at = 0
      for (const block of blocks) {
        joined.set(block, at)
        at += block.length
      }
      return joined
    },
  }
}

/** Root of the mean square, 0 to 1. */
export function amplitudeOf(block: Float32Array): number {
  let power = 0
  for (const sample of block) power += sample * sample
  return Math.sqrt(power / Math.max(block.length, 1))
}
